package dev.bellwether.infra.settings;

/// What the daily training job runs as.
///
/// @param image address of the container image
/// @param instanceType SageMaker's name of the machine
/// @param schedule expression of EventBridge Scheduler, New York time
public record TrainingSettings(String image, String instanceType, String schedule) {}
