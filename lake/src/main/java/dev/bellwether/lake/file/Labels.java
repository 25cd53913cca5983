package dev.bellwether.lake.file;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;

/// Decides whether Alpha Vantage's intraday labels name the start or the end of their bars. It
/// changed that between 2021-10 and 2023-06.
final class Labels {
    /// The provider's day is from 4:00 to 20:00, the exchange's session from 9:30 to 16:00.
    private static final LocalTime FIRST = LocalTime.of(4, 0);

    private static final LocalTime LAST = LocalTime.of(20, 0);
    private static final LocalTime OPEN = LocalTime.of(9, 30);
    private static final LocalTime CLOSE = LocalTime.of(16, 0);

    private static final LocalDate END_UNTIL = LocalDate.of(2021, 10, 31);
    private static final LocalDate START_FROM = LocalDate.of(2023, 6, 1);

    private Labels() {}

    /// A convention and what says so.
    record Decided(LabelConvention convention, String note) {}

    /// The convention of a file with these labels; empty if nothing tells.
    static Optional<Decided> decide(
            Collection<LocalDateTime> labels, Optional<LabelConvention> given) {
        if (given.isPresent()) {
            return Optional.of(new Decided(given.get(), note(given.get(), "as was said")));
        }
        if (labels.isEmpty()) {
            return Optional.of(new Decided(LabelConvention.START, "It has no labels."));
        }
        LocalTime earliest =
                Collections.min(labels.stream().map(LocalDateTime::toLocalTime).toList());
        LocalTime latest =
                Collections.max(labels.stream().map(LocalDateTime::toLocalTime).toList());
        // Nothing begins at 20:00 and nothing ends at 4:00, so these two prove more.
        boolean first = earliest.equals(FIRST);
        boolean last = latest.equals(LAST);
        boolean start = first != last ? first : earliest.equals(OPEN);
        boolean end = first != last ? last : latest.equals(CLOSE);
        if (start != end) {
            return Optional.of(
                    start
                            ? decided(LabelConvention.START, "the first is " + earliest)
                            : decided(LabelConvention.END, "the last is " + latest));
        }
        return byDate(Collections.max(labels).toLocalDate());
    }

    private static Optional<Decided> byDate(LocalDate newest) {
        if (!newest.isAfter(END_UNTIL)) {
            return Optional.of(
                    decided(
                            LabelConvention.END,
                            "the newest is of " + newest + ", and they did until 2021-10"));
        }
        if (!newest.isBefore(START_FROM)) {
            return Optional.of(
                    decided(
                            LabelConvention.START,
                            "the newest is of " + newest + ", and they do since 2023-06"));
        }
        return Optional.empty();
    }

    private static Decided decided(LabelConvention convention, String why) {
        return new Decided(convention, note(convention, why));
    }

    private static String note(LabelConvention convention, String why) {
        return "Labels name the %s of their bars: %s."
                .formatted(convention == LabelConvention.START ? "start" : "end", why);
    }
}
