package dev.bellwether.alerts;

/// The stored alerts. Each call throws [AwsCallFailedException] when it failed; it may have been
/// carried out then.
interface AlertRows {
    /// Writes the alert unless there is one of the same symbol, bar day, rule and direction.
    void insert(Alert alert);
}
