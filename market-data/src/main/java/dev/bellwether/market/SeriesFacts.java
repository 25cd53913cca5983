package dev.bellwether.market;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// What is known about a symbol beside its bars.
///
/// @param splits by effective day
/// @param conditions of days that are not [DataCondition#AVAILABLE]
public record SeriesFacts(List<Split> splits, Map<LocalDate, DataCondition> conditions) {
    /// Nothing is known.
    public static final SeriesFacts NONE = new SeriesFacts(List.of(), Map.of());

    public SeriesFacts {
        splits = splits.stream().sorted(Comparator.comparing(Split::effectiveDay)).toList();
        conditions = Map.copyOf(conditions);
    }

    /// The condition of a day's data.
    public DataCondition condition(LocalDate day) {
        return conditions.getOrDefault(day, DataCondition.AVAILABLE);
    }

    /// What was known at that time.
    public SeriesFacts asOf(Instant knownAt) {
        return new SeriesFacts(
                splits.stream().filter(split -> !split.knownAt().isAfter(knownAt)).toList(),
                conditions);
    }

    /// The splits that take effect after the first day, up to and with the second.
    public List<Split> splitsBetween(LocalDate after, LocalDate through) {
        return splits.stream()
                .filter(split ->
                        split.effectiveDay().isAfter(after)
                                && !split.effectiveDay().isAfter(through))
                .toList();
    }
}
