package dev.bellwether.etl;

import dev.bellwether.lake.CorporateAction;
import dev.bellwether.lake.SourceBar;
import dev.bellwether.lake.curate.ActionRow;
import dev.bellwether.lake.curate.BarRow;
import dev.bellwether.lake.curate.ConditionRow;
import dev.bellwether.lake.curate.Curated;
import dev.bellwether.lake.curate.IntradayRows;
import dev.bellwether.lake.curate.PriceCaseRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
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

    List<Tuple2<String, Chunk>> chunks() {
        return chunks.entrySet().stream()
                .map(entry -> new Tuple2<>(entry.getKey(), entry.getValue().chunk()))
                .toList();
    }

    void add(Curated curated) {
        curated.dailyBars()
                .forEach(daily ->
                        bar(
                                CuratedTable.DAILY_BARS,
                                daily.row(),
                                factor(daily.splitFactor()),
                                daily.dividendFactor()));
        curated.allBars().forEach(row -> bar(CuratedTable.DAILY_BARS_ALL, row));
        curated.history()
                .forEach(row ->
                        bar(CuratedTable.DAILY_BARS_HISTORY, row, row.contentHash(), row.rawKey()));
        curated.actions().forEach(this::action);
        curated.conditions().forEach(row -> condition(row, ""));
        curated.cases().forEach(this::priceCase);
    }

    void add(IntradayRows rows) {
        rows.bars().forEach(row -> bar(CuratedTable.BARS, row));
        rows.conditions().forEach(row -> condition(row, row.tradingDay().toString()));
    }

    private void add(ChunkKey key, @Nullable Object... values) {
        if (wanted.contains(key.table())) {
            chunks.computeIfAbsent(key.text(), added -> new RowCodec.Writer()).add(values);
        }
    }

    private void bar(CuratedTable table, BarRow row, @Nullable Object... more) {
        SourceBar bar = row.bar();
        boolean timed = table == CuratedTable.BARS;
        List<@Nullable Object> values = new ArrayList<>();
        values.add(bar.symbol().value());
        values.add(row.instrumentId());
        if (timed) {
            values.add(bar.interval().id());
            values.add(bar.start());
        }
        values.add(bar.tradingDay());
        values.add(price(bar.open()));
        values.add(price(bar.high()));
        values.add(price(bar.low()));
        values.add(price(bar.close()));
        values.add(bar.volume());
        values.add(bar.provider().id());
        values.add(bar.feed());
        values.add(bar.basis().id());
        values.add(row.quality());
        values.add(row.flags());
        values.add(row.version());
        values.add(row.knowledge().at());
        values.add(row.knowledge().assumed());
        Collections.addAll(values, more);
        add(
                new ChunkKey(
                        table,
                        bar.symbol().value(),
                        row.instrumentId(),
                        timed ? bar.interval().id() : "",
                        timed ? bar.tradingDay().toString() : ""),
                values.toArray());
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
