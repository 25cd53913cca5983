package dev.bellwether.faults;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/// Runs many seeds, as many at a time as there are processors. No two of them share anything.
public final class SeedRuns {
    private SeedRuns() {}

    /// Returns when all are done.
    ///
    /// @param listener told of each seed as it is done, on the caller's thread
    /// @throws InterruptedException if the caller's thread is interrupted; then the rest is left
    ///   out
    public static Totals run(LongStream seeds, Consumer<SeedReport> listener)
            throws InterruptedException {
        ExecutorService threads =
                Executors.newFixedThreadPool(
                        Runtime.getRuntime().availableProcessors(),
                        Thread.ofPlatform().daemon().name("seed-", 0).factory());
        try {
            var runs = new ExecutorCompletionService<SeedReport>(threads);
            long started =
                    seeds.peek(
                                    seed -> {
                                        var _ = runs.submit(() -> SeedRun.run(seed));
                                    })
                            .boxed()
                            .toList()
                            .size();
            Totals totals = new Totals();
            for (long done = 0; done < started; done++) {
                SeedReport report = runs.take().get();
                totals.add(report);
                listener.accept(report);
            }
            return totals;
        } catch (ExecutionException e) {
            throw new IllegalStateException("A seed could not be run", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }
}
