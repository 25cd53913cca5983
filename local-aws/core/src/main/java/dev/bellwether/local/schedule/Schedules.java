package dev.bellwether.local.schedule;

import dev.bellwether.local.template.Schedule;
import dev.bellwether.local.template.TemplateException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The enabled schedules of a template on a time line.
public final class Schedules {
    private static final Comparator<Firing> ORDER =
            Comparator.comparing(Firing::scheduledTime)
                    .thenComparing(firing -> firing.schedule().name());

    private final Map<Schedule, ScheduleExpression> expressions = new LinkedHashMap<>();

    /// @throws TemplateException if an expression or a time zone is malformed
    public Schedules(List<Schedule> schedules) {
        for (Schedule schedule : schedules) {
            if (schedule.enabled()) {
                expressions.put(schedule, expression(schedule));
            }
        }
    }

    private static ScheduleExpression expression(Schedule schedule) {
        try {
            return ScheduleExpression.parse(schedule.expression(), ZoneId.of(schedule.timeZone()));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new TemplateException(
                    "Schedule %s of stack %s: %s"
                            .formatted(schedule.name(), schedule.stack(), e.getMessage()),
                    e);
        }
    }

    /// All firings from the first instant on, up to but without the second, by time and then by
    /// name.
    public List<Firing> firings(Instant fromInclusive, Instant toExclusive) {
        return expressions.entrySet().stream()
                .flatMap(entry ->
                        entry.getValue().firings(fromInclusive, toExclusive).stream()
                                .map(at -> new Firing(entry.getKey(), at)))
                .sorted(ORDER)
                .toList();
    }

    /// The first firing of any schedule after an instant.
    public Optional<Firing> nextAfter(Instant instant) {
        return expressions.entrySet().stream()
                .flatMap(entry ->
                        entry.getValue().nextAfter(instant).stream()
                                .map(at -> new Firing(entry.getKey(), at)))
                .min(ORDER);
    }

    /// The first firing of the named schedule after an instant.
    public Optional<Instant> nextAfter(String name, Instant instant) {
        return named(name).nextAfter(instant);
    }

    /// The last firing of the named schedule before an instant.
    public Optional<Instant> lastBefore(String name, Instant instant) {
        return named(name).lastBefore(instant);
    }

    private ScheduleExpression named(String name) {
        return expressions.entrySet().stream()
                .filter(entry -> entry.getKey().name().equals(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "No enabled schedule is named %s; there are %s"
                                        .formatted(
                                                name,
                                                expressions.keySet().stream()
                                                        .map(Schedule::name)
                                                        .toList())));
    }
}
