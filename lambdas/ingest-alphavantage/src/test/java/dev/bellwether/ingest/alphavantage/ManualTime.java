package dev.bellwether.ingest.alphavantage;

import dev.bellwether.ingest.Pause;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// A clock that only a test or a pause moves.
final class ManualTime implements InstantSource, Pause {
    private Instant now = Instant.parse("2026-11-21T10:00:00Z");
    private final List<Duration> pauses = new ArrayList<>();

    List<Duration> pauses() {
        return pauses;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public void pause(Duration time) {
        pauses.add(time);
        pass(time);
    }
}
