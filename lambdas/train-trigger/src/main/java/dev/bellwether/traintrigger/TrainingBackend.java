package dev.bellwether.traintrigger;

import java.net.URI;

/// Where training jobs run.
public sealed interface TrainingBackend {
    /// Containers of SageMaker.
    ///
    /// @param trainingImage URI of the training container's image
    /// @param trainingRoleArn role that the job runs as
    /// @param instanceType what the job runs on, such as `ml.m5.large`
    /// @param endpoint of SageMaker's API
    record SageMaker(
            String trainingImage, String trainingRoleArn, String instanceType, URI endpoint)
            implements TrainingBackend {}

    /// A function that runs the same program.
    ///
    /// @param functionName of it
    /// @param endpoint of Lambda's API
    record Function(String functionName, URI endpoint) implements TrainingBackend {}
}
