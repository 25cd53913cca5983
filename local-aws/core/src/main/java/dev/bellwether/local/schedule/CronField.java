package dev.bellwether.local.schedule;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/// One field of a cron expression as the set of its values: `*`, `?`, lists, ranges, steps and
/// names.
///
/// @param text as given, for messages
record CronField(String text, BitSet values) {
    boolean contains(int value) {
        return values.get(value);
    }

    boolean isUnspecified() {
        return text.equals("?");
    }

    /// @param names of the values from `first` on, empty if the field has none
    static CronField parse(String field, String text, int first, int last, List<String> names) {
        BitSet values = new BitSet();
        for (String part : text.split(",", -1)) {
            addPart(field, part, first, last, names, values);
        }
        return new CronField(text, values);
    }

    private static void addPart(
            String field, String part, int first, int last, List<String> names, BitSet values) {
        String range = part;
        int step = 1;
        int slash = part.indexOf('/');
        if (slash >= 0) {
            range = part.substring(0, slash);
            step = number(field, part, part.substring(slash + 1), 1, last, List.of());
        }
        int from;
        int to;
        if (range.equals("*") || range.equals("?")) {
            from = first;
            to = last;
        } else if (range.contains("-")) {
            List<String> ends = List.of(range.split("-", 2));
            from = number(field, part, ends.getFirst(), first, last, names);
            to = number(field, part, ends.getLast(), first, last, names);
        } else {
            from = number(field, part, range, first, last, names);
            to = slash >= 0 ? last : from; // 1/10 runs from 1 to the field's end
        }
        if (from > to) {
            throw malformed(field, part, "the range runs backwards");
        }
        for (int value = from; value <= to; value += step) {
            values.set(value);
        }
    }

    private static int number(
            String field, String part, String text, int first, int last, List<String> names) {
        int named = names.indexOf(text.toUpperCase(Locale.ROOT));
        if (named >= 0) {
            return first + named;
        }
        try {
            int value = Integer.parseInt(text);
            if (value >= first && value <= last) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            // told below, as for a number out of range
        }
        throw malformed(field, part, "%s is not within %d-%d".formatted(text, first, last));
    }

    static IllegalArgumentException malformed(String field, String part, String why) {
        return new IllegalArgumentException(
                "The cron expression's %s %s is malformed: %s".formatted(field, part, why));
    }
}
