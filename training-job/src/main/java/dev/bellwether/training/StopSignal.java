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
    static StopSignal onTermination() {
        StopSignal signal = new StopSignal();
        Runtime.getRuntime().addShutdownHook(new Thread(signal::stopAndAwaitEnd, "stop-training"));
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
        try {
            if (!ended.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                System.err.println("The job did not stop within %s".formatted(PATIENCE));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
