package dev.bellwether.lake.file;

import dev.bellwether.market.QuarantineReason;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a column of days or times. `10/20/2020` is read with the month first if the whole column
/// agrees with that, else with the day first if it agrees with that.
final class StampCells {
    private static final Pattern STAMP =
            Pattern.compile(
                    "(?:(?<y>\\d{4})[-/](?<m>\\d{1,2})[-/](?<d>\\d{1,2})"
                            + "|(?<first>\\d{1,2})[-/](?<second>\\d{1,2})[-/](?<y2>\\d{4})"
                            + "|(?<y3>\\d{4})(?<m3>\\d{2})(?<d3>\\d{2})"
                            + "|(?<month>[A-Za-z]{3})[a-z]* (?<d4>\\d{1,2}), (?<y4>\\d{4}))"
                            + "(?:[ T]+(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<s>\\d{2})(?:\\.\\d{1,9})?)?"
                            + "(?: ?(?<half>[AaPp][Mm]))?)?"
                            + "\\s*(?<offset>Z|UTC|[+-]\\d{2}:?\\d{2})?");

    private static final List<String> MONTHS =
            List.of(
                    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                    "dec");

    private static final int MOST_MONTHS = 12;

    private final Order order;

    private enum Order {
        MONTH_FIRST,
        DAY_FIRST,
        NONE
    }

    private StampCells(Order order) {
        this.order = order;
    }

    static StampCells of(Collection<String> cells) {
        boolean monthFirst = false;
        boolean dayFirst = false;
        for (String cell : cells) {
            Matcher stamp = STAMP.matcher(cell.strip());
            if (stamp.matches() && stamp.group("first") != null) {
                int first = Integer.parseInt(stamp.group("first"));
                int second = Integer.parseInt(stamp.group("second"));
                monthFirst |= first <= MOST_MONTHS && second > MOST_MONTHS;
                dayFirst |= second <= MOST_MONTHS && first > MOST_MONTHS;
            }
        }
        return new StampCells(
                !dayFirst ? Order.MONTH_FIRST : monthFirst ? Order.NONE : Order.DAY_FIRST);
    }

    /// The stamp, or empty if the cell is none.
    Optional<Stamp> find(String cell) {
        try {
            return Optional.of(read(cell));
        } catch (BadRowException e) {
            return Optional.empty();
        }
    }

    Stamp read(String cell) throws BadRowException {
        Matcher stamp = STAMP.matcher(cell.strip());
        if (!stamp.matches()) {
            throw unreadable(cell, "is no day or time");
        }
        if (stamp.group("first") != null && order == Order.NONE) {
            throw unreadable(cell, "has the month first or the day, the file has both");
        }
        try {
            return new Stamp(day(stamp), time(stamp), offset(stamp.group("offset")));
        } catch (DateTimeException e) {
            throw unreadable(cell, "is no day or time");
        }
    }

    private LocalDate day(Matcher stamp) {
        if (stamp.group("y") != null) {
            return LocalDate.of(number(stamp, "y"), number(stamp, "m"), number(stamp, "d"));
        }
        if (stamp.group("y3") != null) {
            return LocalDate.of(number(stamp, "y3"), number(stamp, "m3"), number(stamp, "d3"));
        }
        if (stamp.group("y4") != null) {
            int month = MONTHS.indexOf(stamp.group("month").toLowerCase(Locale.ROOT)) + 1;
            return LocalDate.of(number(stamp, "y4"), month, number(stamp, "d4"));
        }
        int first = number(stamp, "first");
        int second = number(stamp, "second");
        boolean monthIsFirst = order == Order.MONTH_FIRST;
        return LocalDate.of(
                number(stamp, "y2"), monthIsFirst ? first : second, monthIsFirst ? second : first);
    }

    private static @Nullable LocalTime time(Matcher stamp) {
        if (stamp.group("hour") == null) {
            return null;
        }
        int hour = number(stamp, "hour");
        String half = stamp.group("half");
        if (half != null) {
            hour = hour % 12 + (half.equalsIgnoreCase("pm") ? 12 : 0);
        }
        return LocalTime.of(
                hour, number(stamp, "minute"), stamp.group("s") == null ? 0 : number(stamp, "s"));
    }

    private static @Nullable ZoneOffset offset(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return text.equals("UTC") ? ZoneOffset.UTC : ZoneOffset.of(text);
    }

    private static int number(Matcher stamp, String group) {
        return Integer.parseInt(stamp.group(group));
    }

    private static BadRowException unreadable(String cell, String problem) {
        return new BadRowException(
                QuarantineReason.UNPARSABLE, "'%s' %s".formatted(Excerpt.of(cell), problem));
    }
}
