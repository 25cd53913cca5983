package dev.bellwether.market;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;

/// What table and lake can hold of a quote that is well formed.
public final class QuoteLimits {
    private static final BigDecimal FIGURE_LIMIT = new BigDecimal("1e12");
    private static final int FIGURE_DECIMALS = 18;
    private static final int FEED_CHARS = 64;

    private QuoteLimits() {}

    /// Why the table or the lake would refuse the quote each time it is tried, which would block
    /// its shard until it expires; empty when both can hold it.
    public static Optional<String> findExceeded(Quote quote) {
        boolean figureTooLarge =
                Stream.of(
                                quote.open(),
                                quote.high(),
                                quote.low(),
                                quote.price(),
                                quote.previousClose(),
                                quote.change(),
                                quote.changePercent())
                        .anyMatch(figure ->
                                figure.abs().compareTo(FIGURE_LIMIT) >= 0
                                        || figure.scale() > FIGURE_DECIMALS);
        if (figureTooLarge) {
            return Optional.of(
                    "a figure has more than 12 digits before the point or %d after it"
                            .formatted(FIGURE_DECIMALS));
        }
        if (quote.feed().length() > FEED_CHARS) {
            return Optional.of("feed is longer than %d characters".formatted(FEED_CHARS));
        }
        if (!covers(quote.timestamp())) {
            return Optional.of("timestamp %s is outside the calendar".formatted(quote.timestamp()));
        }
        return Optional.empty();
    }

    /// Whether the calendar knows the time's year, so that it has a market day.
    public static boolean covers(Instant time) {
        int year = time.atOffset(ZoneOffset.UTC).getYear();
        return year >= TradingCalendar.FIRST_YEAR && year <= TradingCalendar.LAST_YEAR;
    }
}
