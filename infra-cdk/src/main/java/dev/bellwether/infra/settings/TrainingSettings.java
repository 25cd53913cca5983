package dev.bellwether.infra.settings;

/// What the daily training job runs as.
///
/// @param schedule expression of EventBridge Scheduler, New York time: when it is looked whether
///   the day's job was started
public record TrainingSettings(TrainingBackend backend, String schedule) {}
