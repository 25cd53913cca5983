package dev.bellwether.training;

import dev.bellwether.training.lasso.LassoFit;
import dev.bellwether.training.lasso.SmileLasso;

/// A job in a JVM of its own that says so when it fits its second symbol, the one with more
/// samples, and is then in no hurry until it is told to stop.
final class StoppableJob {
    static final String READY = "fitting the second symbol";

    private static final int SAMPLES_OF_FIRST = 150;

    private StoppableJob() {}

    public static void main(String[] args) {
        StopSignal stop = StopSignal.onTermination(NativeLibraries.unpackPrivately());
        LassoFit smile = new SmileLasso();
        ForecastLake closed =
                (key, content) -> {
                    throw new TrainingFailure("Nothing may be published by a job that was stopped");
                };
        LassoFit slow =
                (x, y, penalty) -> {
                    if (x.length > SAMPLES_OF_FIRST) {
                        System.out.println(READY);
                        awaitStop(stop);
                        // Loads OpenBLAS while the JVM is shutting down.
                        return smile.fit(x, y, penalty);
                    }
                    return new double[x[0].length];
                };
        new TrainingJob(
                        MlRoot.from(System.getenv()),
                        slow,
                        Canaries::report,
                        _ -> closed,
                        stop,
                        new Logs(System.err::println, System.err::println))
                .run();
        stop.hasEnded();
    }

    private static void awaitStop(StopSignal stop) {
        try {
            stop.awaitRequest();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
