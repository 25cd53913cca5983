package dev.bellwether.stream;

import java.time.Duration;

/// Waits between two tries of a write.
interface Backoff {
    /// Tries of one write in all.
    int MAX_TRIES = 5;

    /// Waits before the try after `tries`.
    void pauseAfter(int tries);

    /// 50 ms, then twice as long each time.
    static Backoff doubling() {
        return tries -> {
            try {
                Thread.sleep(Duration.ofMillis(50L << (tries - 1)));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new WriteFailedException("The wait for the table was interrupted", e);
            }
        };
    }
}
