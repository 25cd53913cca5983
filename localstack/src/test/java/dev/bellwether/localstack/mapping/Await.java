package dev.bellwether.localstack.mapping;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for what can only be asked for.
final class Await {
    private static final Duration PAUSE = Duration.ofMillis(50);

    private Await() {}

    /// Whether the condition comes true in that time.
    static boolean until(Duration limit, BooleanSupplier condition) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return true;
    }
}
