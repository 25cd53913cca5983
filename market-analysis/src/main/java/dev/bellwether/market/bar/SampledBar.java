package dev.bellwether.market.bar;

import dev.bellwether.market.OhlcvBar;
import dev.bellwether.market.Provider;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.Timeframe;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A bar made of quotes: what was seen of the market, which is less than all trades.
///
/// Prices have no zeros at their ends, so that equal figures are equal records and equal bytes.
///
/// @param start first instant of the bar
/// @param tradingDay day of its session
/// @param open price of its first quote
/// @param high highest price of its quotes
/// @param low lowest price of its quotes
/// @param close price of its last quote
/// @param volume shares traded since the last quote before the bar, or since the session's open
/// @param quotes how many quotes it is made of
/// @param provider of the quotes
/// @param version 1, and one more each time that its figures were restated
public record SampledBar(
        Symbol symbol,
        Timeframe timeframe,
        Instant start,
        LocalDate tradingDay,
        BigDecimal open,
        BigDecimal high,
        BigDecimal low,
        BigDecimal close,
        long volume,
        int quotes,
        Provider provider,
        int version) {
    /// Throws IllegalArgumentException when no quotes can have made the figures.
    public SampledBar {
        Optional<String> problem =
                OhlcvBar.findProblem(open, high, low, close, volume)
                        .or(() -> Optional.of("no quote").filter(_ -> quotes < 1))
                        .or(() -> Optional.of("no version").filter(_ -> version < 1));
        if (problem.isPresent()) {
            throw new IllegalArgumentException(
                    "Bar %s of %s at %s: %s"
                            .formatted(timeframe.id(), symbol, start, problem.get()));
        }
        open = plain(open);
        high = plain(high);
        low = plain(low);
        close = plain(close);
    }

    /// The bar under another version.
    public SampledBar withVersion(int other) {
        return new SampledBar(
                symbol,
                timeframe,
                start,
                tradingDay,
                open,
                high,
                low,
                close,
                volume,
                quotes,
                provider,
                other);
    }

    /// Whether the other says the same but for its version.
    public boolean saysTheSameAs(SampledBar other) {
        return equals(other.withVersion(version));
    }

    /// The day's bar, version 1, out of the quarters of an hour that have quotes, in any order;
    /// empty without any. IllegalArgumentException when they are of several symbols or days.
    public static Optional<SampledBar> ofDay(Instant sessionOpen, List<SampledBar> quarters) {
        List<SampledBar> sorted =
                quarters.stream().sorted(Comparator.comparing(SampledBar::start)).toList();
        return sorted.stream()
                .map(quarter -> quarter.asDay(sessionOpen))
                .reduce(SampledBar::joinedWith);
    }

    private SampledBar asDay(Instant sessionOpen) {
        return new SampledBar(
                symbol,
                Timeframe.ONE_DAY,
                sessionOpen,
                tradingDay,
                open,
                high,
                low,
                close,
                volume,
                quotes,
                provider,
                1);
    }

    private SampledBar joinedWith(SampledBar later) {
        if (!symbol.equals(later.symbol) || !tradingDay.equals(later.tradingDay)) {
            throw new IllegalArgumentException(
                    "One bar holds one symbol and day, not %s %s and %s %s"
                            .formatted(symbol, tradingDay, later.symbol, later.tradingDay));
        }
        return new SampledBar(
                symbol,
                timeframe,
                start,
                tradingDay,
                open,
                high.max(later.high),
                low.min(later.low),
                later.close,
                volume + later.volume,
                quotes + later.quotes,
                provider,
                version);
    }

    private static BigDecimal plain(BigDecimal price) {
        BigDecimal stripped = price.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
