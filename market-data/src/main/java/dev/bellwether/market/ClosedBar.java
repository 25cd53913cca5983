package dev.bellwether.market;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/// A bar that will not change any more but by a correction: what rules are evaluated on. Which
/// symbol, feed and timeframe it is of is said by the series it stands in.
///
/// @param start first instant; a day's is the opening of its session
/// @param tradingDay the exchange's date
/// @param volume shares
/// @param version 1 for the first that was known, one more with each correction
public record ClosedBar(
        Instant start,
        LocalDate tradingDay,
        BigDecimal open,
        BigDecimal high,
        BigDecimal low,
        BigDecimal close,
        long volume,
        int version) {
    private static final LocalTime OPENING = LocalTime.of(9, 30);

    /// A daily bar.
    public static ClosedBar of(OhlcvBar bar, int version) {
        return new ClosedBar(
                startOf(bar.tradingDay()),
                bar.tradingDay(),
                bar.open(),
                bar.high(),
                bar.low(),
                bar.close(),
                bar.volume(),
                version);
    }

    /// When the bar of a day begins: at 9:30 New York, session or not, for no session begins at
    /// another time.
    public static Instant startOf(LocalDate tradingDay) {
        return tradingDay.atTime(OPENING).atZone(TradingCalendar.ZONE).toInstant();
    }
}
