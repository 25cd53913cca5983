package dev.bellwether.infra.settings;

/// Where the training job runs.
public sealed interface TrainingBackend {
    /// A container of SageMaker.
    ///
    /// @param image address of the container image
    /// @param instanceType SageMaker's name of the machine
    record SageMaker(String image, String instanceType) implements TrainingBackend {}

    /// A function with the same program in it.
    record OnLambda() implements TrainingBackend {}
}
