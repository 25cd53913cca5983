package dev.bellwether.alerts.delivery;

import dev.bellwether.market.TradingCalendar;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/// The hours of each New York day in which nobody is told anything that can wait.
///
/// @param from first minute
/// @param until first minute after; earlier than `from` when midnight lies between
public record QuietHours(LocalTime from, LocalTime until) {
    /// The hours written as `22:00-07:00`. Throws IllegalArgumentException when they are not.
    public static QuietHours of(String text) {
        String[] ends = text.split("-", -1);
        try {
            if (ends.length == 2) {
                QuietHours hours =
                        new QuietHours(LocalTime.parse(ends[0]), LocalTime.parse(ends[1]));
                if (!hours.from.equals(hours.until)) {
                    return hours;
                }
            }
        } catch (DateTimeException e) {
            throw malformed(text, e);
        }
        throw malformed(text, null);
    }

    private static IllegalArgumentException malformed(String text, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "'%s' are no quiet hours such as 22:00-07:00".formatted(text), cause);
    }

    /// Whether it is quiet then, by New York's clocks.
    public boolean include(Instant at) {
        LocalTime time = at.atZone(TradingCalendar.ZONE).toLocalTime();
        return from.isBefore(until)
                ? !time.isBefore(from) && time.isBefore(until)
                : !time.isBefore(from) || time.isBefore(until);
    }
}
