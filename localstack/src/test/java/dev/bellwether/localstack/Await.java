package dev.bellwether.localstack;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for something to come true.
public final class Await {
    private static final long LOOK_AGAIN_NANOS = Duration.ofMillis(100).toNanos();

    private Await() {}

    /// Returns when the condition holds; fails when it does not in that time.
    public static void until(String what, Duration patience, BooleanSupplier condition) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("%s did not come within %s".formatted(what, patience));
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }
}
