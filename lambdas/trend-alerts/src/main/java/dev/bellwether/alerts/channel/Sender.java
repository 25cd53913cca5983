package dev.bellwether.alerts.channel;

import dev.bellwether.alerts.message.Outgoing;

/// One way out.
@FunctionalInterface
public interface Sender {
    /// Sends the message. Throws [DeliveryFailedException] where a later try may succeed; it may
    /// have been sent then.
    SendOutcome send(Outgoing message);
}
