package dev.bellwether.local.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Days that a cron expression's day-of-month and day-of-week choose; exactly one of the two must
/// be `?`.
///
/// Days of the week count from SUN = 1. `L` is the month's last day, or with a weekday (`6L`) its
/// last Friday; `6#2` is its second Friday. `W` is not known here.
final class CronDays {
    private static final List<String> WEEKDAYS =
            List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
    private static final Pattern LAST_WEEKDAY = Pattern.compile("([1-7]|[A-Z]{3})L");
    private static final Pattern NTH_WEEKDAY = Pattern.compile("([1-7]|[A-Z]{3})#([1-5])");

    private CronDays() {}

    static Predicate<LocalDate> parse(String dayOfMonth, String dayOfWeek) {
        if (dayOfMonth.equals("?") == dayOfWeek.equals("?")) {
            throw CronField.malformed(
                    "days",
                    dayOfMonth + " and " + dayOfWeek,
                    "exactly one of day-of-month and day-of-week must be ?");
        }
        return dayOfWeek.equals("?")
                ? ofMonth(dayOfMonth)
                : ofWeek(dayOfWeek.toUpperCase(Locale.ROOT));
    }

    private static Predicate<LocalDate> ofMonth(String text) {
        if (text.equals("L")) {
            return date -> date.getDayOfMonth() == date.lengthOfMonth();
        }
        CronField field = CronField.parse("day-of-month", text, 1, 31, List.of());
        return date -> field.contains(date.getDayOfMonth());
    }

    private static Predicate<LocalDate> ofWeek(String text) {
        Matcher last = LAST_WEEKDAY.matcher(text);
        if (last.matches()) {
            DayOfWeek weekday = weekday(last.group(1));
            return date -> date.equals(date.with(TemporalAdjusters.lastInMonth(weekday)));
        }
        Matcher nth = NTH_WEEKDAY.matcher(text);
        if (nth.matches()) {
            DayOfWeek weekday = weekday(nth.group(1));
            int ordinal = Integer.parseInt(nth.group(2));
            return date ->
                    date.equals(date.with(TemporalAdjusters.dayOfWeekInMonth(ordinal, weekday)));
        }
        CronField field =
                CronField.parse("day-of-week", text.equals("L") ? "SAT" : text, 1, 7, WEEKDAYS);
        return date -> field.contains(number(date.getDayOfWeek()));
    }

    private static DayOfWeek weekday(String text) {
        CronField field = CronField.parse("day-of-week", text, 1, 7, WEEKDAYS);
        int number = field.values().nextSetBit(0);
        return number == 1 ? DayOfWeek.SUNDAY : DayOfWeek.of(number - 1);
    }

    /// SUN = 1 to SAT = 7, where Java counts MONDAY = 1 to SUNDAY = 7.
    private static int number(DayOfWeek weekday) {
        return weekday.getValue() % 7 + 1;
    }
}
