package dev.bellwether.alerts;

/// Where people subscribe.
interface AlertTopic {
    /// Sends the alert's message. Throws [AwsCallFailedException] when that failed; it may have
    /// been sent then.
    void publish(Item row);
}
