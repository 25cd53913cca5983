package dev.bellwether.local.resource;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// The one place of this module that waits for an engine by asking it again.
final class Awaiting {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration BETWEEN = Duration.ofMillis(5);

    private Awaiting() {}

    /// Returns when the condition holds.
    ///
    /// @throws IllegalStateException if it does not within 20 s
    static void until(String what, BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > LIMIT.toNanos()) {
                throw new IllegalStateException(
                        "%s did not come true within %d s; the engine's log in the state folder says more"
                                .formatted(what, LIMIT.toSeconds()));
            }
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
    }
}
