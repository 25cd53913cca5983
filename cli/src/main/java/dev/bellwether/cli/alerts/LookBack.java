package dev.bellwether.cli.alerts;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How far back a preview looks, such as `90d`, `12w` or `1y`, counted from the newest bar's day.
record LookBack(String text, int amount, char unit) {
    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,4})([dwy])");
    private static final double DAYS_A_MONTH = 365.25 / 12;

    /// IllegalArgumentException if the text has another form.
    static LookBack parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "'%s' is no length of time such as 90d, 12w or 1y".formatted(text));
        }
        return new LookBack(text, Integer.parseInt(form.group(1)), form.group(2).charAt(0));
    }

    /// The first day within it, when it ends with that day.
    LocalDate firstDay(LocalDate lastDay) {
        return switch (unit) {
            case 'd' -> lastDay.minusDays(amount - 1L);
            case 'w' -> lastDay.minusDays(7L * amount - 1);
            default -> lastDay.minusYears(amount).plusDays(1);
        };
    }

    /// How many months it is long.
    static double months(LocalDate firstDay, LocalDate lastDay) {
        return (lastDay.toEpochDay() - firstDay.toEpochDay() + 1) / DAYS_A_MONTH;
    }
}
