package dev.bellwether.market;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How much time of a session one bar covers.
public enum Timeframe {
    /// One minute.
    ONE_MINUTE("1m", Duration.ofMinutes(1)),
    /// Five minutes.
    FIVE_MINUTES("5m", Duration.ofMinutes(5)),
    /// Fifteen minutes.
    FIFTEEN_MINUTES("15m", Duration.ofMinutes(15)),
    /// One session, however long it is.
    ONE_DAY("1d", null);

    private final String id;
    private final @Nullable Duration length;

    Timeframe(String id, @Nullable Duration length) {
        this.id = id;
        this.length = length;
    }

    /// The timeframe's name in rules, keys and the lake.
    public String id() {
        return id;
    }

    /// How long a bar is; empty for a day, whose sessions differ.
    public Optional<Duration> length() {
        return Optional.ofNullable(length);
    }

    /// Start of the interval that the instant falls in, counted from the session's open. Intervals
    /// include their start and not their end, except for the session's last one: the closing
    /// instant, when the last price is made, belongs to it. IllegalArgumentException when the
    /// session does not run then.
    public Instant startOf(Instant at, Session session) {
        if (!session.isRunning(at)) {
            throw new IllegalArgumentException(
                    "The session of %s does not run at %s".formatted(session.tradingDay(), at));
        }
        if (length == null) {
            return session.open();
        }
        Instant inside = at.equals(session.close()) ? at.minusNanos(1) : at;
        long intervals = Duration.between(session.open(), inside).dividedBy(length);
        return session.open().plus(length.multipliedBy(intervals));
    }

    /// End of the session's interval that starts then; never after the close.
    public Instant endOf(Instant start, Session session) {
        Instant end = length == null ? session.close() : start.plus(length);
        return end.isAfter(session.close()) ? session.close() : end;
    }

    /// When a bar is known: a session's with the load at the end of its day in New York, a shorter
    /// one's at its own end.
    public Instant knownAt(ClosedBar bar) {
        return length == null
                ? bar.tradingDay().plusDays(1).atStartOfDay(TradingCalendar.ZONE).toInstant()
                : bar.start().plus(length);
    }

    /// The timeframe of that name; IllegalArgumentException when there is none.
    public static Timeframe of(String id) {
        return Stream.of(values())
                .filter(timeframe -> timeframe.id.equals(id))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "There is no timeframe %s, only %s"
                                        .formatted(
                                                id,
                                                Stream.of(values())
                                                        .map(Timeframe::id)
                                                        .collect(Collectors.joining(", ")))));
    }
}
