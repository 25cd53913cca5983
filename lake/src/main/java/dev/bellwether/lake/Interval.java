package dev.bellwether.lake;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How much time a bar of the lake covers. Wider than the timeframes that rules know: providers
/// send bars of half hours and hours too.
public enum Interval {
    /// One minute.
    ONE_MINUTE("1m", Duration.ofMinutes(1)),
    /// Five minutes.
    FIVE_MINUTES("5m", Duration.ofMinutes(5)),
    /// Fifteen minutes.
    FIFTEEN_MINUTES("15m", Duration.ofMinutes(15)),
    /// Half an hour.
    THIRTY_MINUTES("30m", Duration.ofMinutes(30)),
    /// An hour.
    ONE_HOUR("60m", Duration.ofHours(1)),
    /// One session, however long it is.
    ONE_DAY("1d", null);

    private final String id;
    private final @Nullable Duration length;

    Interval(String id, @Nullable Duration length) {
        this.id = id;
        this.length = length;
    }

    /// The interval's name in the lake.
    public String id() {
        return id;
    }

    /// How long a bar is; empty for a day, whose sessions differ.
    public Optional<Duration> length() {
        return Optional.ofNullable(length);
    }

    /// The interval of that name; IllegalArgumentException when there is none.
    public static Interval of(String id) {
        return Stream.of(values())
                .filter(interval -> interval.id.equals(id))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "There is no interval %s, only %s"
                                        .formatted(
                                                id,
                                                Stream.of(values())
                                                        .map(Interval::id)
                                                        .collect(Collectors.joining(", ")))));
    }
}
