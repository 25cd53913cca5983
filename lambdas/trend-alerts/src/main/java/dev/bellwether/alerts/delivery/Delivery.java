package dev.bellwether.alerts.delivery;

import dev.bellwether.alerts.channel.Channel;
import dev.bellwether.alerts.channel.Sender;
import java.time.InstantSource;
import java.util.Map;

/// Both halves of delivery, which share the outbox and the channels.
///
/// @param alerts what tells a row
/// @param digest what tells the held ones
public record Delivery(AlertDelivery alerts, AlertDigest digest) {
    /// Puts it together.
    ///
    /// @param senders the channels that there are
    /// @param clock wall clock of the marks
    public static Delivery of(
            DeliverySettings settings,
            AlertOutbox outbox,
            Map<Channel, Sender> senders,
            InstantSource clock) {
        Courier courier = new Courier(outbox, senders, settings.mode(), clock);
        return new Delivery(
                new AlertDelivery(
                        outbox,
                        courier,
                        new HoldPolicy(outbox, settings.quietHours(), settings.budgetOfADay())),
                new AlertDigest(outbox, courier, settings.quietHours()));
    }
}
