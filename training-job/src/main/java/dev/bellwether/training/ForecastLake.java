package dev.bellwether.training;

/// Where forecasts are published. What was published stays: a forecast that could be changed
/// afterwards proves nothing.
@FunctionalInterface
interface ForecastLake {
    /// Puts the content under the key, or does nothing if it is there already. Throws
    /// [TrainingFailure] when something else is there.
    void putOnce(String key, byte[] content);
}
