package dev.bellwether.alerts.channel;

import java.time.Duration;

/// How a try waits for the next: for real in a function, not at all in a test.
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
            throw new IllegalStateException("Interrupted while waiting " + time, e);
        }
    }
}
