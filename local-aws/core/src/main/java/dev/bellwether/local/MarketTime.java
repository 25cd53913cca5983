package dev.bellwether.local;

import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// What time it is in a run: that of the day which is replayed, else the wall clock's.
final class MarketTime implements InstantSource {
    private final InstantSource wallClock;
    private volatile @Nullable Instant replayed;

    MarketTime(InstantSource wallClock) {
        this.wallClock = wallClock;
    }

    @Override
    public Instant instant() {
        Instant now = replayed;
        return now == null ? wallClock.instant() : now;
    }

    void setNow(Instant marketNow) {
        replayed = marketNow;
    }

    void followWallClock() {
        replayed = null;
    }
}
