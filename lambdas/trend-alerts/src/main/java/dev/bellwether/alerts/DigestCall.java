package dev.bellwether.alerts;

import dev.bellwether.alerts.channel.Channel;
import dev.bellwether.alerts.channel.DeliveryFailedException;
import dev.bellwether.alerts.channel.SendOutcome;
import dev.bellwether.alerts.channel.Sender;
import dev.bellwether.alerts.delivery.AlertDigest;
import dev.bellwether.alerts.delivery.DeliveryRun;
import dev.bellwether.alerts.message.TestNotice;
import dev.bellwether.market.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the function of digests does: a digest when a schedule starts it, a test when a person
/// does.
record DigestCall(AlertDigest digest, Map<Channel, Sender> channels) {
    private static final int ID_DIGITS = 32;

    /// What became of a test on one channel.
    ///
    /// @param channel as the caller named it: `email`, `sms`, `webhook`, `slack`
    /// @param outcome `sent`, `failed`, `not-configured`
    /// @param reason empty when it was sent
    record Tried(String channel, String outcome, String reason) {}

    /// The ways that a test can take.
    static final List<String> WAYS = List.of("email", "sms", "webhook", "slack");

    /// What a digest came to, as an answer tells it.
    AlertDigest.Outcome digest(Instant scheduledTime, DeliveryRun run) {
        return digest.run(scheduledTime, run);
    }

    /// Sends a message marked as a test.
    ///
    /// @param way one of [#WAYS], or `all`
    List<Tried> test(String way, Instant scheduledTime) {
        List<Tried> tried = new ArrayList<>();
        for (String one : WAYS) {
            if (way.equals(one) || way.equals("all")) {
                tried.add(tryOut(one, scheduledTime));
            }
        }
        if (tried.isEmpty()) {
            throw new IllegalArgumentException(
                    "'%s' is no channel to test; known are %s and all".formatted(way, WAYS));
        }
        return tried;
    }

    private Tried tryOut(String way, Instant scheduledTime) {
        Channel channel =
                switch (way) {
                    case "webhook" -> Channel.WEBHOOK;
                    case "slack" -> Channel.SLACK;
                    default -> Channel.TOPIC;
                };
        Sender sender = channels.get(channel);
        if (sender == null) {
            return new Tried(way, "not-configured", "no context key names such a channel");
        }
        String id =
                Sha256.hex(
                                "test|%s|%s"
                                        .formatted(way, scheduledTime)
                                        .getBytes(StandardCharsets.UTF_8))
                        .substring(0, ID_DIGITS);
        TestNotice notice =
                new TestNotice(
                        id, scheduledTime, channel == Channel.TOPIC ? Set.of(way) : Set.of());
        try {
            return switch (sender.send(notice)) {
                case SendOutcome.Sent _ -> new Tried(way, "sent", "");
                case SendOutcome.Refused(String reason) -> new Tried(way, "failed", reason);
                case SendOutcome.Unreachable(String reason) -> new Tried(way, "failed", reason);
            };
        } catch (DeliveryFailedException e) {
            return new Tried(way, "failed", String.valueOf(e.getMessage()));
        }
    }
}
