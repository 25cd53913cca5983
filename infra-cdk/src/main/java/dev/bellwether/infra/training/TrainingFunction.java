package dev.bellwether.infra.training;

import dev.bellwether.infra.pipeline.PipelineFunction;
import dev.bellwether.infra.pipeline.Rights;
import dev.bellwether.infra.settings.Home;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Size;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.s3.IBucket;

/// The function that trains where no container does: it reads a training set, and writes models,
/// predictions, scores and how its job ended.
public final class TrainingFunction {
    private TrainingFunction() {}

    public static Function create(Stack stack, Home home, IBucket lake) {
        return new PipelineFunction(
                        "TrainingFunction",
                        "training-job",
                        "dev.bellwether.training.TrainingFunctionHandler",
                        "Trains on a set and publishes forecasts")
                // Near two processors; an account may have no more memory at first.
                .memory(3008)
                .timeout(Duration.minutes(15))
                // The set, the model and OpenBLAS, which is unpacked there.
                .scratch(Size.gibibytes(2))
                // OpenBLAS is in the jar for x86_64 only.
                .onIntel()
                // One kind of routines on whatever machine: the same set gives the same digits.
                .with("OPENBLAS_CORETYPE", "Haswell")
                // A forecast is written once: a repeated job publishes nothing else.
                .retried(2, Duration.hours(1))
                .may(Rights.readObjects(lake, "training/sets/"))
                .may(
                        Rights.writeObjects(
                                lake, "training/jobs/", "models/", "predictions/", "scores/"))
                .may(Rights.getObjects(lake, "predictions/", "scores/"))
                .create(stack, home);
    }
}
