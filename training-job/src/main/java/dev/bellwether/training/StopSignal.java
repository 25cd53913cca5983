package dev.bellwether.training;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/// The wish that the job ends early, and the news that it has ended. SageMaker sends SIGTERM and
/// kills 120 seconds later.
final class StopSignal {
    private static final Duration PATIENCE = Duration.ofSeconds(100);

    private final CountDownLatch stopRequested = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    /// Makes SIGTERM request a stop and then wait until the job has ended.
    ///
    /// @param cleanUp done when the process ends, after the job: other hooks of the JVM run at the
    ///   same time as this one, when the job may still need what they remove
    static StopSignal onTermination(Runnable cleanUp) {
        StopSignal signal = new StopSignal();
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    signal.stopAndAwaitEnd();
                                    cleanUp.run();
                                },
                                "stop-training"));
        return signal;
    }

    /// A signal that is given when a time is over.
    static Timer after(Duration time) {
        StopSignal signal = new StopSignal();
        ScheduledExecutorService clock =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("stop-training").factory());
        ScheduledFuture<?> alarm =
                clock.schedule(signal::request, time.toMillis(), TimeUnit.MILLISECONDS);
        return new Timer(
                signal,
                () -> {
                    alarm.cancel(false);
                    clock.shutdownNow();
                });
    }

    /// A signal that comes by itself, until it is closed.
    record Timer(StopSignal signal, Runnable end) implements AutoCloseable {
        @Override
        public void close() {
            end.run();
        }
    }

    void request() {
        stopRequested.countDown();
    }

    boolean isRequested() {
        return stopRequested.getCount() == 0;
    }

    /// Waits for a request.
    void awaitRequest() throws InterruptedException {
        stopRequested.await();
    }

    void hasEnded() {
        ended.countDown();
    }

    private void stopAndAwaitEnd() {
        request();
        if (ended.getCount() > 0) {
            System.err.println("Told to stop: no further symbol is begun");
        }
        try {
            if (!ended.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                System.err.println("The job did not stop within %s".formatted(PATIENCE));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
