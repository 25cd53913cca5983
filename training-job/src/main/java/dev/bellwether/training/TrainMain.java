package dev.bellwether.training;

import dev.bellwether.training.lasso.LassoFit;
import dev.bellwether.training.lasso.SmileLasso;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.function.Function;

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
                    run(
                            MlRoot.from(env),
                            new SmileLasso(),
                            bucket -> S3ForecastLake.using(env, bucket),
                            stop,
                            new Logs(System.out, System.err));
        } finally {
            stop.hasEnded();
        }
        System.exit(exitCode);
    }

    /// Where a job says how it is going, and why it failed.
    record Logs(PrintStream progress, PrintStream errors) {}

    /// Runs the job and returns the exit code.
    static int run(
            MlRoot root,
            LassoFit lasso,
            Function<String, ForecastLake> lakes,
            StopSignal stop,
            Logs logs) {
        try {
            Hyperparameters parameters = Hyperparameters.from(root.hyperparameters());
            ForecastLake lake = parameters.lakeBucket().map(lakes).orElse((_, _) -> {});
            TrainingRun.Outcome outcome =
                    new TrainingRun(root, parameters, lasso, lake, stop, logs.progress()).run();
            logs.progress()
                    .println(
                            switch (outcome) {
                                case TrainingRun.Outcome.Complete(int predictions) ->
                                        "Complete: %d predictions for %s"
                                                .formatted(predictions, parameters.runDay());
                                case TrainingRun.Outcome.Stopped(int done, int of) ->
                                        "Stopped after %d of %d symbols; nothing was published"
                                                .formatted(done, of);
                            });
            return 0;
        } catch (TrainingFailure e) {
            return failed(root, String.valueOf(e.getMessage()), logs.errors());
        } catch (RuntimeException | LinkageError | VirtualMachineError e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            return failed(root, "The job broke: %s".formatted(trace), logs.errors());
        }
    }

    private static int failed(MlRoot root, String reason, PrintStream errors) {
        errors.println("Failed: " + reason);
        try {
            root.writeFailure(reason);
        } catch (TrainingFailure e) {
            errors.println("The reason could not be handed over: " + e.getMessage());
        }
        return 1;
    }
}
