package dev.bellwether.faults.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that goes on only when it is told to.
public final class SimulatedClock implements InstantSource {
    private Instant now;

    /// A clock that stands at that time.
    public SimulatedClock(Instant start) {
        now = start;
    }

    @Override
    public Instant instant() {
        return now;
    }

    /// Lets time pass.
    public void advance(Duration time) {
        now = now.plus(time);
    }
}
