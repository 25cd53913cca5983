package dev.bellwether.stream;

import java.time.Duration;
import java.util.function.Consumer;

/// Waits between two tries of a write.
interface Backoff {
    /// Tries of one write in all.
    int MAX_TRIES = 5;

    /// Waits before the try after `tries`.
    void pauseAfter(int tries);

    /// 50 ms, then twice as long each time.
    ///
    /// @param pause waits for so long
    static Backoff doubling(Consumer<Duration> pause) {
        return tries -> pause.accept(Duration.ofMillis(50L << (tries - 1)));
    }

    /// Waits on the wall clock.
    static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WriteFailedException("The wait for the table was interrupted", e);
        }
    }
}
