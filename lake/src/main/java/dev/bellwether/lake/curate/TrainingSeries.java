package dev.bellwether.lake.curate;

import dev.bellwether.lake.action.AppliedSplit;
import dev.bellwether.lake.action.SymbolHistory;
import dev.bellwether.lake.condition.DailyScreen;
import dev.bellwether.market.DataCondition;
import dev.bellwether.market.OhlcvBar;
import dev.bellwether.market.SeriesFacts;
import dev.bellwether.market.Split;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a training set has of one instrument, all of it under the symbol that the instrument trades
/// as now: FB's days are META's.
///
/// @param bars those of `daily_bars` that are of a session, oldest first, at least one
/// @param facts the splits that took effect, and the sessions of `data_condition` that are not
///   `available`
/// @param knownAt since when the newest of it is known
public record TrainingSeries(
        Symbol symbol, List<OhlcvBar> bars, SeriesFacts facts, Instant knownAt) {
    public TrainingSeries {
        bars = List.copyOf(bars);
        if (bars.isEmpty()) {
            throw new IllegalArgumentException("A series to train on has a bar at least");
        }
    }

    /// The series of an instrument; empty if it has no bar of a session.
    public static Optional<TrainingSeries> of(Curated curated, TradingCalendar calendar) {
        List<BarRow> rows =
                curated.dailyBars().stream()
                        .map(DailyBarRow::row)
                        .filter(row -> isSession(row.bar().tradingDay(), calendar))
                        .sorted(Comparator.comparing(row -> row.bar().tradingDay()))
                        .toList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Symbol symbol = symbol(rows.get(rows.size() - 1));
        return Optional.of(
                new TrainingSeries(
                        symbol,
                        rows.stream()
                                .flatMap(row -> DailyScreen.whole(row.bar()).stream())
                                .map(bar -> normal(symbol, bar))
                                .toList(),
                        facts(symbol, curated, calendar),
                        knownAt(rows, curated)));
    }

    /// The newest bar's day.
    public LocalDate lastDay() {
        return bars.get(bars.size() - 1).tradingDay();
    }

    private static boolean isSession(LocalDate day, TradingCalendar calendar) {
        return calendar.covers(day) && calendar.isSession(day);
    }

    private static Symbol symbol(BarRow newest) {
        return SymbolHistory.known()
                .symbol(newest.instrumentId(), LocalDate.MAX, newest.bar().symbol());
    }

    private static OhlcvBar normal(Symbol symbol, OhlcvBar bar) {
        return new OhlcvBar(
                symbol,
                bar.tradingDay(),
                normal(bar.open()),
                normal(bar.high()),
                normal(bar.low()),
                normal(bar.close()),
                bar.volume(),
                bar.provider());
    }

    /// `1.50` and `1.5` are the same price, and the same bytes.
    private static BigDecimal normal(BigDecimal price) {
        BigDecimal bare = price.stripTrailingZeros();
        return bare.scale() < 0 ? bare.setScale(0) : bare;
    }

    private static SeriesFacts facts(Symbol symbol, Curated curated, TradingCalendar calendar) {
        return new SeriesFacts(
                curated.splits().stream()
                        .map(applied ->
                                new Split(
                                        symbol,
                                        applied.split().effectiveDay(),
                                        applied.knownAt(),
                                        applied.split().newShares(),
                                        applied.split().oldShares()))
                        .toList(),
                curated.conditions().stream()
                        .filter(row -> row.condition() != DataCondition.AVAILABLE)
                        .filter(row -> isSession(row.tradingDay(), calendar))
                        .collect(
                                Collectors.toMap(
                                        ConditionRow::tradingDay, ConditionRow::condition)));
    }

    private static Instant knownAt(List<BarRow> rows, Curated curated) {
        return Stream.of(
                        rows.stream().map(row -> row.knowledge().at()),
                        curated.splits().stream().map(AppliedSplit::knownAt),
                        // A move that was confirmed is a return since then.
                        curated.cases().stream()
                                .map(PriceCaseRow::closedAt)
                                .filter(Objects::nonNull))
                .flatMap(known -> known)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
