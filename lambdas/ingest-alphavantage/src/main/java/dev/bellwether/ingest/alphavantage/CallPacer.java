package dev.bellwether.ingest.alphavantage;

import dev.bellwether.ingest.Pause;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Keeps calls apart. One pacer lives as long as the function's process, so that two runs in it
/// keep apart too.
final class CallPacer {
    private final Duration spacing;
    private final InstantSource clock;
    private final Pause pause;
    private Instant nextCall = Instant.EPOCH;

    CallPacer(Duration spacing, InstantSource clock, Pause pause) {
        this.spacing = spacing;
        this.clock = clock;
        this.pause = pause;
    }

    /// Waits until a call may be made.
    void awaitTurn() {
        Instant now = clock.instant();
        if (now.isBefore(nextCall)) {
            pause.pause(Duration.between(now, nextCall));
            now = nextCall;
        }
        nextCall = now.plus(spacing);
    }

    /// Lets the next call wait at least this long from now.
    void holdBack(Duration time) {
        Instant allowed = clock.instant().plus(time);
        nextCall = allowed.isAfter(nextCall) ? allowed : nextCall;
    }
}
