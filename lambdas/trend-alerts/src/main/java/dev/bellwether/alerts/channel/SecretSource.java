package dev.bellwether.alerts.channel;

/// Where a secret comes from.
@FunctionalInterface
public interface SecretSource {
    /// The secret. Throws [DeliveryFailedException], whose message names where it was looked for.
    String reveal();
}
