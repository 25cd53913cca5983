package dev.bellwether.local.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Fires again and again at the same distance; a day is 24 hours, whatever the clock does.
///
/// On AWS the first firing is when the schedule is created. Here firings are counted from
/// 1970-01-01T00:00:00Z, so that the same day always has the same ones.
public record RateExpression(Duration distance) implements ScheduleExpression {
    private static final Pattern FORM = Pattern.compile("([1-9]\\d*) (minute|hour|day)s?");

    static RateExpression parse(String argument) {
        Matcher matcher = FORM.matcher(argument.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "rate(%s) is not of the form rate(<number> minutes|hours|days)"
                            .formatted(argument));
        }
        long value = Long.parseLong(matcher.group(1));
        return new RateExpression(
                switch (matcher.group(2)) {
                    case "minute" -> Duration.ofMinutes(value);
                    case "hour" -> Duration.ofHours(value);
                    default -> Duration.ofDays(value);
                });
    }

    @Override
    public List<Instant> firings(Instant fromInclusive, Instant toExclusive) {
        List<Instant> firings = new ArrayList<>();
        for (Instant at = after(fromInclusive.minusNanos(1));
                at.isBefore(toExclusive);
                at = at.plus(distance)) {
            firings.add(at);
        }
        return List.copyOf(firings);
    }

    @Override
    public Optional<Instant> nextAfter(Instant instant) {
        return Optional.of(after(instant));
    }

    @Override
    public Optional<Instant> lastBefore(Instant instant) {
        return Optional.of(after(instant.minusNanos(1)).minus(distance));
    }

    private Instant after(Instant instant) {
        long seconds = distance.toSeconds();
        return Instant.ofEpochSecond(
                (Math.floorDiv(instant.getEpochSecond(), seconds) + 1) * seconds);
    }
}
