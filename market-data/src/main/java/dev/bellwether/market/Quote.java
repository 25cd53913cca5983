package dev.bellwether.market;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;

/// A symbol's price at one moment of a session, with the session's figures so far.
///
/// @param open first price of the session
/// @param high highest price of the session so far
/// @param low lowest price of the session so far
/// @param price last price
/// @param previousClose close of the session before
/// @param change `price` minus `previousClose`
/// @param changePercent `change` in percent of `previousClose`, 4 decimals
/// @param volume shares of the session so far
/// @param timestamp when `price` was traded
/// @param feed which trades it stands for, such as `composite`
/// @param sequence counts the provider's corrections of what it said of that moment: of quotes with
///   the same symbol, provider, feed and timestamp the one of the highest sequence holds; 0 when
///   the provider does not count
public record Quote(
        Symbol symbol,
        BigDecimal open,
        BigDecimal high,
        BigDecimal low,
        BigDecimal price,
        BigDecimal previousClose,
        BigDecimal change,
        BigDecimal changePercent,
        long volume,
        Instant timestamp,
        Provider provider,
        String feed,
        long sequence) {
    private static final int PERCENT_DECIMALS = 4;

    /// Throws IllegalArgumentException when no market can have produced the figures.
    public Quote {
        OhlcvBar.findProblem(open, high, low, price, volume)
                .ifPresent(problem -> {
                    throw new IllegalArgumentException(
                            "Quote of %s at %s: %s".formatted(symbol, timestamp, problem));
                });
        if (previousClose.signum() <= 0) {
            throw new IllegalArgumentException(
                    "Quote of %s at %s: the previous close is not above zero"
                            .formatted(symbol, timestamp));
        }
        if (feed.isBlank()) {
            throw new IllegalArgumentException(
                    "Quote of %s at %s has no feed".formatted(symbol, timestamp));
        }
        if (sequence < 0) {
            throw new IllegalArgumentException(
                    "Quote of %s at %s: sequence %d is negative"
                            .formatted(symbol, timestamp, sequence));
        }
    }

    /// A quote whose change and change percent are computed from `price` and `previousClose`, of a
    /// provider that does not count corrections.
    public static Quote of(
            Symbol symbol,
            BigDecimal open,
            BigDecimal high,
            BigDecimal low,
            BigDecimal price,
            BigDecimal previousClose,
            long volume,
            Instant timestamp,
            Provider provider,
            String feed) {
        BigDecimal change = price.subtract(previousClose);
        BigDecimal percent =
                previousClose.signum() == 0
                        ? BigDecimal.ZERO
                        : change.movePointRight(2)
                                .divide(previousClose, MathContext.DECIMAL64)
                                .setScale(PERCENT_DECIMALS, RoundingMode.HALF_EVEN);
        return new Quote(
                symbol,
                open,
                high,
                low,
                price,
                previousClose,
                change,
                percent,
                volume,
                timestamp,
                provider,
                feed,
                0);
    }

    /// The same figures under another sequence.
    public Quote withSequence(long other) {
        return new Quote(
                symbol,
                open,
                high,
                low,
                price,
                previousClose,
                change,
                changePercent,
                volume,
                timestamp,
                provider,
                feed,
                other);
    }

    /// What makes two records the same quote: symbol, provider, feed, timestamp and sequence.
    public String identity() {
        return String.join(
                "|",
                symbol.value(),
                provider.id(),
                feed,
                timestamp.toString(),
                Long.toString(sequence));
    }
}
