package dev.bellwether.local;

import dev.bellwether.local.schedule.Firing;
import dev.bellwether.local.schedule.Schedules;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Fires schedules when their time comes, until it is closed.
final class WallClock implements AutoCloseable {
    /// What one firing is to the clock.
    @FunctionalInterface
    interface Target {
        void fire(Firing firing);
    }

    private final Schedules schedules;
    private final Target target;
    private final InstantSource clock;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    private final ReentrantLock running = new ReentrantLock();

    WallClock(Schedules schedules, Target target, InstantSource clock) {
        this.schedules = schedules;
        this.target = target;
        this.clock = clock;
    }

    /// Returns when the clock is closed or the calling thread interrupted, and the firings of
    /// before have ended. A firing whose maximum age has passed, as after the machine slept, is
    /// left out, as Scheduler drops it.
    void run() {
        running.lock();
        try (ExecutorService firings = Executors.newVirtualThreadPerTaskExecutor()) {
            Instant done = clock.instant();
            for (Optional<Firing> next = schedules.nextAfter(done);
                    waitFor(next);
                    next = schedules.nextAfter(done)) {
                done = next.orElseThrow().scheduledTime();
                fire(done, firings);
            }
        } finally {
            running.unlock();
        }
        RuntimeException failed = failure.get();
        if (failed != null) {
            throw failed;
        }
    }

    private void fire(Instant due, ExecutorService firings) {
        for (Firing firing : schedules.firings(due, due.plusNanos(1))) {
            Duration age = Duration.between(due, clock.instant());
            if (age.compareTo(firing.schedule().maximumEventAge()) <= 0) {
                firings.execute(() -> fire(firing));
            }
        }
    }

    private void fire(Firing firing) {
        try {
            target.fire(firing);
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
            closed.countDown();
        }
    }

    /// Whether the firing's time came before the end did.
    private boolean waitFor(Optional<Firing> next) {
        try {
            if (next.isEmpty()) {
                closed.await();
                return false;
            }
            Duration wait = Duration.between(clock.instant(), next.get().scheduledTime());
            return !closed.await(Math.max(0, wait.toMillis()), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Returns when [#run()] has.
    @Override
    public void close() {
        closed.countDown();
        running.lock();
        running.unlock();
    }
}
