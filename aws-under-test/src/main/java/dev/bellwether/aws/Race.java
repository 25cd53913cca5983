package dev.bellwether.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/// Writers that all write at the same moment.
public final class Race {
    private static final int WRITERS = 16;

    private Race() {}

    /// Lets sixteen writers go together; what each came back with, in their order.
    public static <T> List<T> run(IntFunction<Callable<T>> writerOfNumber)
            throws InterruptedException, ExecutionException {
        CyclicBarrier start = new CyclicBarrier(WRITERS);
        List<T> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<T>> writing = new ArrayList<>();
            for (int number = 0; number < WRITERS; number++) {
                Callable<T> writer = writerOfNumber.apply(number);
                writing.add(
                        threads.submit(() -> {
                            start.await();
                            return writer.call();
                        }));
            }
            for (Future<T> written : writing) {
                results.add(written.get());
            }
        }
        return List.copyOf(results);
    }
}
