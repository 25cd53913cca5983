package dev.bellwether.local.mapping;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Polls every mapping on a thread of its own until closed.
final class ContinuousPolling implements AutoCloseable {
    private final ScheduledExecutorService threads;

    ContinuousPolling(List<Entry> entries, InstantSource clock) {
        threads =
                new ScheduledThreadPoolExecutor(
                        Math.max(1, entries.size()),
                        Thread.ofPlatform().daemon().name("mapping-", 0).factory());
        for (Entry entry : entries) {
            var _ =
                    threads.scheduleWithFixedDelay(
                            () -> poll(entry, clock),
                            0,
                            entry.poller().basePause().toMillis(),
                            TimeUnit.MILLISECONDS);
        }
    }

    /// An engine that fails must not end the polling: it may be back at the next turn.
    private static void poll(Entry entry, InstantSource clock) {
        try {
            entry.poll(clock.instant(), Poller.Flush.AT_WINDOW);
        } catch (RuntimeException e) {
            entry.poller().log().pollFailed(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(15, TimeUnit.MINUTES)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException _) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
