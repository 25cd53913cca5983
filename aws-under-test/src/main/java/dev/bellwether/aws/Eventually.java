package dev.bellwether.aws;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// What AWS promises to happen, but not when.
public final class Eventually {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration BETWEEN = Duration.ofMillis(50);

    private Eventually() {}

    /// Looks again until what is seen is as it should be, and returns it; after twenty seconds it
    /// returns what was seen last, for the caller to say what is wrong with it.
    public static <T> T seen(Supplier<T> look, Predicate<T> enough) {
        long start = System.nanoTime();
        T seen = look.get();
        while (!enough.test(seen) && System.nanoTime() - start < LIMIT.toNanos()) {
            LockSupport.parkNanos(BETWEEN.toNanos());
            seen = look.get();
        }
        return seen;
    }
}
