package dev.bellwether.training;

import dev.bellwether.training.lasso.LassoFit;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.function.Function;

/// A job from its folder to its end. Why it failed is in `output/failure` and in the log, whatever
/// went wrong.
///
/// @param lakes the lake that a bucket's name stands for
record TrainingJob(
        MlRoot root,
        LassoFit lasso,
        CanaryTrial canaries,
        Function<String, ForecastLake> lakes,
        StopSignal stop,
        Logs logs) {

    TrainingEnd run() {
        try {
            Hyperparameters parameters = Hyperparameters.from(root.hyperparameters());
            ForecastLake lake = parameters.lakeBucket().map(lakes).orElse((_, _) -> {});
            TrainingEnd end =
                    new TrainingRun(root, parameters, lasso, canaries, lake, stop, logs.progress())
                            .run();
            logs.progress().accept(said(end, parameters));
            return end;
        } catch (TrainingFailure | UncheckedIOException e) {
            return failed(String.valueOf(e.getMessage()));
        } catch (RuntimeException | LinkageError | VirtualMachineError e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            return failed("The job broke: %s".formatted(trace));
        }
    }

    private TrainingEnd failed(String reason) {
        logs.errors().accept("Failed: " + reason);
        try {
            root.writeFailure(reason);
        } catch (TrainingFailure e) {
            logs.errors().accept("The reason could not be handed over: " + e.getMessage());
        }
        return new TrainingEnd.Failed(reason);
    }

    private static String said(TrainingEnd end, Hyperparameters parameters) {
        return switch (end) {
            case TrainingEnd.Complete(int predictions) ->
                    "Complete: %d predictions for %s".formatted(predictions, parameters.runDay());
            case TrainingEnd.Stopped(int done, int of) ->
                    "Stopped after %d of %d symbols; nothing was published".formatted(done, of);
            case TrainingEnd.Failed(String reason) -> reason;
        };
    }
}
