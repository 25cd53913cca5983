package dev.bellwether.lake.file;

import dev.bellwether.lake.Interval;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How long a file's bars are.
final class Intervals {
    private static final Pattern NAMED =
            Pattern.compile("(?:^|[_ (.-])(1|5|15|30|60)(?:m|min|mins|minutes)(?=[_ ).-]|$)");

    private static final Pattern HOURLY = Pattern.compile("(?:^|[_ (.-])1(?:h|hour)(?=[_ ).-]|$)");

    /// Days between bars of weeks, with a holiday.
    private static final int LEAST_WEEK = 5;

    private static final int FEWEST = 3;

    private Intervals() {}

    /// The interval that a name says, as `1min`, `5m` and `Time Series (60min)` do.
    static Optional<Interval> named(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        Matcher named = NAMED.matcher(small);
        if (named.find()) {
            return Optional.of(Interval.of(named.group(1) + "m"));
        }
        return HOURLY.matcher(small).find() ? Optional.of(Interval.ONE_HOUR) : Optional.empty();
    }

    /// The interval that the least distance of two times of a day is; empty if there are no two, or
    /// the distance is no interval's.
    static Optional<Interval> spaced(Collection<LocalDateTime> times) {
        Duration least = null;
        LocalDateTime before = null;
        for (LocalDateTime time : new TreeSet<>(times)) {
            if (before != null && before.toLocalDate().equals(time.toLocalDate())) {
                Duration step = Duration.between(before, time);
                least = least == null || step.compareTo(least) < 0 ? step : least;
            }
            before = time;
        }
        Duration found = least;
        return found == null
                ? Optional.empty()
                : List.of(Interval.values()).stream()
                        .filter(interval -> interval.length().equals(Optional.of(found)))
                        .findFirst();
    }

    /// Whether days lie so far apart that the bars must be of weeks or months.
    static boolean areLongerThanDays(Collection<LocalDate> days) {
        TreeSet<LocalDate> sorted = new TreeSet<>(days);
        LocalDate before = null;
        for (LocalDate day : sorted) {
            if (before != null && ChronoUnit.DAYS.between(before, day) < LEAST_WEEK) {
                return false;
            }
            before = day;
        }
        return sorted.size() >= FEWEST;
    }
}
