package dev.bellwether.local.mapping;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How long records may be gathered before those that are there are sent.
///
/// The next window begins when the invocation before has ended:
/// https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventsourcemapping.html#invocation-eventsourcemapping-batching.
/// What becomes of a window that passes without a record is not documented; here the next one
/// begins with the first record that comes.
final class BatchingWindow {
    private final Duration length;
    private @Nullable Instant start;
    private Gathered gathered = Gathered.NOTHING;

    enum Gathered {
        NOTHING,
        SOME
    }

    BatchingWindow(Duration length) {
        this.length = length;
    }

    /// A record has come.
    void gather(Instant now) {
        if (gathered == Gathered.NOTHING && hasPassed(now)) {
            start = now;
        }
        gathered = Gathered.SOME;
    }

    /// Whether what is there is to be sent. A clock that was set back holds up nothing.
    boolean hasPassed(Instant now) {
        return start == null || now.isBefore(start) || !now.isBefore(start.plus(length));
    }

    /// A batch has been made, and what was gathered beyond it belongs to the next window.
    void next(Instant now, Gathered left) {
        start = now;
        gathered = left;
    }
}
