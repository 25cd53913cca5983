package dev.bellwether.etl;

import dev.bellwether.lake.CorporateAction;
import dev.bellwether.lake.SourceBar;
import dev.bellwether.lake.curate.ActionRow;
import dev.bellwether.lake.curate.BarRow;
import dev.bellwether.lake.curate.ConditionRow;
import dev.bellwether.lake.curate.Curated;
import dev.bellwether.lake.curate.DailyBarRow;
import dev.bellwether.lake.curate.IntradayRows;
import dev.bellwether.lake.curate.PriceCaseRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/// The rows of curated tables as chunks, in the columns' order of [CuratedTable].
final class CuratedChunks {
    private static final int PRICE_SCALE = 6;
    private static final int FACTOR_SCALE = 12;

    private final Set<CuratedTable> wanted;
    private final Map<String, RowCodec.Writer> chunks = new LinkedHashMap<>();

    /// @param wanted rows of other tables are dropped
    CuratedChunks(Set<CuratedTable> wanted) {
        this.wanted = wanted;
    }

    Iterator<Tuple2<String, Chunk>> chunks() {
        return chunks.entrySet().stream()
                .map(entry -> new Tuple2<>(entry.getKey(), entry.getValue().chunk()))
                .iterator();
    }

    void add(Curated curated) {
        curated.dailyBars().forEach(this::daily);
        curated.allBars().forEach(row -> all(row));
        curated.history().forEach(this::history);
        curated.actions().forEach(this::action);
        curated.conditions().forEach(row -> condition(row, ""));
        curated.cases().forEach(this::priceCase);
    }

    void add(IntradayRows rows) {
        rows.bars().forEach(this::intraday);
        rows.conditions().forEach(row -> condition(row, row.tradingDay().toString()));
    }

    private void add(ChunkKey key, @Nullable Object... values) {
        if (wanted.contains(key.table())) {
            chunks.computeIfAbsent(key.text(), added -> new RowCodec.Writer()).add(values);
        }
    }

    private static ChunkKey key(CuratedTable table, BarRow row) {
        return new ChunkKey(table, row.bar().symbol().value(), row.instrumentId(), "", "");
    }

    private void daily(DailyBarRow daily) {
        BarRow row = daily.row();
        SourceBar bar = row.bar();
        add(
                key(CuratedTable.DAILY_BARS, row),
                bar.symbol().value(),
                row.instrumentId(),
                bar.tradingDay(),
                price(bar.open()),
                price(bar.high()),
                price(bar.low()),
                price(bar.close()),
                bar.volume(),
                bar.provider().id(),
                bar.feed(),
                bar.basis().id(),
                row.quality(),
                row.flags(),
                row.version(),
                row.knowledge().at(),
                row.knowledge().assumed(),
                factor(daily.splitFactor()),
                daily.dividendFactor());
    }

    private void all(BarRow row) {
        SourceBar bar = row.bar();
        add(
                key(CuratedTable.DAILY_BARS_ALL, row),
                bar.symbol().value(),
                row.instrumentId(),
                bar.tradingDay(),
                price(bar.open()),
                price(bar.high()),
                price(bar.low()),
                price(bar.close()),
                bar.volume(),
                bar.provider().id(),
                bar.feed(),
                bar.basis().id(),
                row.quality(),
                row.flags(),
                row.version(),
                row.knowledge().at(),
                row.knowledge().assumed());
    }

    private void history(BarRow row) {
        SourceBar bar = row.bar();
        add(
                key(CuratedTable.DAILY_BARS_HISTORY, row),
                bar.symbol().value(),
                row.instrumentId(),
                bar.tradingDay(),
                price(bar.open()),
                price(bar.high()),
                price(bar.low()),
                price(bar.close()),
                bar.volume(),
                bar.provider().id(),
                bar.feed(),
                bar.basis().id(),
                row.quality(),
                row.flags(),
                row.version(),
                row.knowledge().at(),
                row.knowledge().assumed(),
                row.contentHash(),
                row.rawKey());
    }

    private void intraday(BarRow row) {
        SourceBar bar = row.bar();
        add(
                new ChunkKey(
                        CuratedTable.BARS,
                        bar.symbol().value(),
                        row.instrumentId(),
                        bar.interval().id(),
                        bar.tradingDay().toString()),
                bar.symbol().value(),
                row.instrumentId(),
                bar.interval().id(),
                bar.start(),
                bar.tradingDay(),
                price(bar.open()),
                price(bar.high()),
                price(bar.low()),
                price(bar.close()),
                bar.volume(),
                bar.provider().id(),
                bar.feed(),
                bar.basis().id(),
                row.quality(),
                row.flags(),
                row.version(),
                row.knowledge().at(),
                row.knowledge().assumed());
    }

    private void action(ActionRow row) {
        CorporateAction action = row.action();
        @Nullable Integer newShares = null;
        @Nullable Integer oldShares = null;
        @Nullable BigDecimal coefficient = null;
        @Nullable BigDecimal amount = null;
        String kind = "dividend";
        if (action instanceof CorporateAction.SharesSplit split) {
            kind = "split";
            newShares = split.newShares();
            oldShares = split.oldShares();
            coefficient = factor(split.coefficient());
        } else if (action instanceof CorporateAction.CashDividend dividend) {
            amount = price(dividend.amount());
        }
        add(
                new ChunkKey(
                        CuratedTable.CORPORATE_ACTIONS,
                        action.symbol().value(),
                        row.instrumentId(),
                        "",
                        ""),
                action.symbol().value(),
                row.instrumentId(),
                kind,
                action.effectiveDay(),
                action.announcedDay(),
                newShares,
                oldShares,
                coefficient,
                amount,
                action.provider().id(),
                row.version(),
                row.knowledge().at(),
                row.knowledge().assumed(),
                row.rawKey(),
                row.newest());
    }

    private void condition(ConditionRow row, String day) {
        add(
                new ChunkKey(
                        CuratedTable.DATA_CONDITION,
                        row.symbol().value(),
                        row.instrumentId(),
                        row.interval().id(),
                        day),
                row.symbol().value(),
                row.instrumentId(),
                row.interval().id(),
                row.tradingDay(),
                row.condition().id(),
                row.reason(),
                row.expectedBars(),
                row.bars());
    }

    private void priceCase(PriceCaseRow row) {
        add(
                new ChunkKey(
                        CuratedTable.PRICE_CASES, row.symbol().value(), row.instrumentId(), "", ""),
                row.caseId(),
                row.symbol().value(),
                row.instrumentId(),
                row.tradingDay(),
                row.previousDay(),
                price(row.previousClose()),
                price(row.close()),
                row.ratio(),
                row.looksLike(),
                row.status(),
                row.closedBy(),
                row.closedAt());
    }

    private static @Nullable BigDecimal price(@Nullable BigDecimal value) {
        return value == null ? null : value.setScale(PRICE_SCALE, RoundingMode.HALF_UP);
    }

    private static BigDecimal factor(BigDecimal value) {
        return value.setScale(FACTOR_SCALE, RoundingMode.HALF_UP);
    }
}
