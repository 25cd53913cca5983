package dev.bellwether.local.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Fires at the local minutes that six fields choose: minutes, hours, day-of-month, month,
/// day-of-week, year.
///
/// Fields and wildcards:
/// <https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#cron-based>.
public final class CronExpression implements ScheduleExpression {
    private static final List<String> MONTHS =
            List.of(
                    "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV",
                    "DEC");
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2199;

    private final CronField minutes;
    private final CronField hours;
    private final Predicate<LocalDate> days;
    private final ZoneId zone;

    private CronExpression(
            CronField minutes, CronField hours, Predicate<LocalDate> days, ZoneId zone) {
        this.minutes = minutes;
        this.hours = hours;
        this.days = days;
        this.zone = zone;
    }

    static CronExpression parse(String argument, ZoneId zone) {
        List<String> fields = List.of(argument.strip().split("\\s+"));
        if (fields.size() != 6) {
            throw new IllegalArgumentException(
                    "cron(%s) has %d fields, not 6: minutes, hours, day-of-month, month, day-of-week, year"
                            .formatted(argument, fields.size()));
        }
        CronField months = CronField.parse("month", fields.get(3), 1, 12, MONTHS);
        CronField years = CronField.parse("year", fields.get(5), FIRST_YEAR, LAST_YEAR, List.of());
        Predicate<LocalDate> days = CronDays.parse(fields.get(2), fields.get(4));
        return new CronExpression(
                CronField.parse("minutes", fields.get(0), 0, 59, List.of()),
                CronField.parse("hours", fields.get(1), 0, 23, List.of()),
                date ->
                        years.contains(date.getYear())
                                && months.contains(date.getMonthValue())
                                && days.test(date),
                zone);
    }

    @Override
    public List<Instant> firings(Instant fromInclusive, Instant toExclusive) {
        List<Instant> firings = new ArrayList<>();
        LocalDate last = LocalDate.ofInstant(toExclusive, zone);
        for (LocalDate day = LocalDate.ofInstant(fromInclusive, zone);
                !day.isAfter(last);
                day = day.plusDays(1)) {
            for (Instant at : of(day)) {
                if (!at.isBefore(fromInclusive) && at.isBefore(toExclusive)) {
                    firings.add(at);
                }
            }
        }
        return List.copyOf(firings);
    }

    @Override
    public Optional<Instant> nextAfter(Instant instant) {
        for (LocalDate day = LocalDate.ofInstant(instant, zone);
                day.getYear() <= LAST_YEAR;
                day = day.plusDays(1)) {
            Optional<Instant> found =
                    of(day).stream().filter(at -> at.isAfter(instant)).findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<Instant> lastBefore(Instant instant) {
        for (LocalDate day = LocalDate.ofInstant(instant, zone);
                day.getYear() >= FIRST_YEAR;
                day = day.minusDays(1)) {
            Optional<Instant> found =
                    of(day).reversed().stream().filter(at -> at.isBefore(instant)).findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private List<Instant> of(LocalDate day) {
        if (!days.test(day)) {
            return List.of();
        }
        List<Instant> firings = new ArrayList<>();
        for (int hour = 0; hour < 24; hour++) {
            for (int minute = 0; hours.contains(hour) && minute < 60; minute++) {
                if (minutes.contains(minute)) {
                    LocalTimes.instant(day.atTime(hour, minute), zone).ifPresent(firings::add);
                }
            }
        }
        // Where the clock is set back, a later local time can be an earlier instant.
        return firings.stream().sorted().toList();
    }
}
