package dev.bellwether.cli.demo;

import dev.bellwether.market.TradingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/// The instants of a market day that a demo replays.
///
/// @param runDay the day of its session
record DayTimes(LocalDate runDay) {
    /// A market day runs from four in the morning, when the exchange's early hours begin, to four
    /// the next: the night's jobs belong to the session before them.
    private static final LocalTime BEGINS = LocalTime.of(4, 0);

    /// The event of the function that loads everything before the day; none of it may alert.
    String historyEvent() {
        return "{\"scheduledTime\":\"%s\",\"mode\":\"backfill\"}"
                .formatted(at(runDay, LocalTime.MIDNIGHT));
    }

    /// First instant of the day.
    Instant begins() {
        return at(runDay, BEGINS);
    }

    /// First instant after it.
    Instant ends() {
        return at(runDay.plusDays(1), BEGINS);
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(TradingCalendar.ZONE).toInstant();
    }
}
