package dev.bellwether.training;

import dev.bellwether.training.lasso.SmileLasso;
import java.util.Map;

/// Entry point of the training container: `docker run image train`.
///
/// Exit code 0: the model and the forecasts are there. 1: failed; `output/failure` says why. Told
/// to stop by SIGTERM, it leaves what it has and publishes nothing.
public final class TrainMain {
    private TrainMain() {}

    /// Runs the job of the folders under `/opt/ml`, or under what `BELLWETHER_ML_ROOT` names.
    /// Arguments, such as SageMaker's `train`, have no meaning.
    public static void main(String[] args) {
        Map<String, String> env = System.getenv();
        StopSignal stop = StopSignal.onTermination(NativeLibraries.unpackPrivately());
        int exitCode;
        try {
            exitCode =
                    exitCode(
                            new TrainingJob(
                                            MlRoot.from(env),
                                            new SmileLasso(),
                                            Canaries::report,
                                            bucket -> S3ForecastLake.using(env, bucket),
                                            stop,
                                            new Logs(System.out::println, System.err::println))
                                    .run());
        } finally {
            stop.hasEnded();
        }
        System.exit(exitCode);
    }

    /// The exit code that an end is told by.
    static int exitCode(TrainingEnd end) {
        return end instanceof TrainingEnd.Failed ? 1 : 0;
    }
}
