package dev.bellwether.training;

/// How a job ended.
sealed interface TrainingEnd {
    /// Everything is published.
    record Complete(int predictions) implements TrainingEnd {}

    /// The job was told to stop; nothing is published.
    record Stopped(int done, int of) implements TrainingEnd {}

    /// Nothing is published, and why.
    record Failed(String reason) implements TrainingEnd {}
}
