package dev.bellwether.faults;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/// Seeds from one to another, both included.
public record SeedRange(long first, long last) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,18})\\.\\.(\\d{1,18})");

    /// @throws IllegalArgumentException for a range without a seed
    public SeedRange {
        if (first < 0 || last < first) {
            throw new IllegalArgumentException("%d..%d has no seed".formatted(first, last));
        }
    }

    /// The range of a text like `0..9999`.
    ///
    /// @throws IllegalArgumentException for a text of another form
    public static SeedRange parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'%s' is no range of seeds, such as 0..299".formatted(text));
        }
        return new SeedRange(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)));
    }

    /// How many seeds.
    public long size() {
        return last - first + 1;
    }

    /// The seeds, in order.
    public LongStream seeds() {
        return LongStream.rangeClosed(first, last);
    }
}
