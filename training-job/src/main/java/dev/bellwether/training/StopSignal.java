package dev.bellwether.training;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
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
