package dev.bellwether.local.mapping;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// 50 ms before the first retry, doubled up to 2 s.
///
/// Lambda backs off exponentially too, without saying in which steps.
public final class ExponentialPause implements MappingServices.RetryPause {
    private static final Duration FIRST = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofSeconds(2);

    @Override
    public void await(int failures) {
        LockSupport.parkNanos(before(failures).toNanos());
    }

    static Duration before(int failures) {
        Duration pause = FIRST.multipliedBy(1L << Math.min(failures - 1, 10));
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }
}
