package dev.bellwether.market;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/// One regular session of the exchange.
///
/// @param open first instant
/// @param close first instant after
public record Session(LocalDate tradingDay, Instant open, Instant close) {
    /// Whether the exchange closes before 16:00 New York.
    public boolean isEarlyClose() {
        return close.atZone(TradingCalendar.ZONE).toLocalTime().isBefore(LocalTime.of(16, 0));
    }

    /// Whether the session runs at that instant; its closing instant, when the last price is made,
    /// still counts.
    public boolean isRunning(Instant at) {
        return !at.isBefore(open) && !at.isAfter(close);
    }
}
