package dev.bellwether.simulator;

import java.time.Instant;
import java.time.InstantSource;

/// A clock that stands still until it is stepped.
final class SteppingClock implements InstantSource {
    private volatile Instant now;

    SteppingClock(Instant start) {
        now = start;
    }

    void step(long millis) {
        now = now.plusMillis(millis);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
