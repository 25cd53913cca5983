package dev.bellwether.training;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/// As many threads as there are processors. What they make comes back in the order it was asked
/// for, so that their number changes no result.
record Workers(ExecutorService threads, int count) implements AutoCloseable {

    static Workers start() {
        int count = Runtime.getRuntime().availableProcessors();
        return new Workers(Executors.newFixedThreadPool(count), count);
    }

    List<StudyRun.Result> all(List<StudyRun> runs) {
        return ofEach(runs, StudyRun::run);
    }

    <T, R> List<R> ofEach(List<T> inputs, Function<T, R> work) {
        List<Future<R>> futures = new ArrayList<>();
        for (T input : inputs) {
            futures.add(threads.submit(() -> work.apply(input)));
        }
        List<R> results = new ArrayList<>();
        for (Future<R> future : futures) {
            results.add(result(future));
        }
        return results;
    }

    private static <R> R result(Future<R> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while training", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
