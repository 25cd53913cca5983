package dev.bellwether.training;

import dev.bellwether.training.lasso.SmileLasso;

/// A job in a JVM of its own whose random walks claim skill more often than chance allows.
final class WithheldJob {
    static final CanaryReport REPORT =
            new CanaryReport(CanaryReport.MOST_CLAIMS + 1, 20, 0, 20, true, true, false);

    private WithheldJob() {}

    public static void main(String[] args) {
        StopSignal stop = StopSignal.onTermination(NativeLibraries.unpackPrivately());
        TrainingEnd end =
                new TrainingJob(
                                MlRoot.from(System.getenv()),
                                new SmileLasso(),
                                (workers, results) -> REPORT,
                                bucket -> S3ForecastLake.using(System.getenv(), bucket),
                                stop,
                                new Logs(System.out::println, System.err::println))
                        .run();
        stop.hasEnded();
        System.exit(TrainMain.exitCode(end));
    }
}
