package dev.bellwether.local.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/// Fires once, at a local time such as `2026-11-20T13:00:00`.
///
/// @param time absent if the clock change leaves that time out
public record AtExpression(Optional<Instant> time) implements ScheduleExpression {
    static AtExpression parse(String argument, ZoneId zone) {
        try {
            return new AtExpression(LocalTimes.instant(LocalDateTime.parse(argument), zone));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "at(%s) is not of the form at(yyyy-mm-ddThh:mm:ss)".formatted(argument), e);
        }
    }

    @Override
    public List<Instant> firings(Instant fromInclusive, Instant toExclusive) {
        return time.filter(at -> !at.isBefore(fromInclusive) && at.isBefore(toExclusive)).stream()
                .toList();
    }

    @Override
    public Optional<Instant> nextAfter(Instant instant) {
        return time.filter(at -> at.isAfter(instant));
    }

    @Override
    public Optional<Instant> lastBefore(Instant instant) {
        return time.filter(at -> at.isBefore(instant));
    }
}
