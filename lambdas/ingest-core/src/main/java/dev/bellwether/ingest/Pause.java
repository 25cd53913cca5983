package dev.bellwether.ingest;

import java.time.Duration;

/// How a caller waits: for real in a function, not at all in a test.
@FunctionalInterface
public interface Pause {

    /// Returns after this time.
    void pause(Duration time);

    /// Waits on the wall clock.
    ///
    /// @throws IllegalStateException if the thread is interrupted, which ends the work at hand
    static void onWallClock(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "Interrupted while waiting " + time + " before another call", e);
        }
    }
}
