package dev.bellwether.alerts.delivery;

import dev.bellwether.alerts.channel.Channel;
import dev.bellwether.alerts.channel.SendOutcome;
import dev.bellwether.alerts.channel.SendOutcome.Refused;
import dev.bellwether.alerts.channel.SendOutcome.Sent;
import dev.bellwether.alerts.channel.SendOutcome.Unreachable;
import dev.bellwether.alerts.channel.Sender;
import dev.bellwether.alerts.message.NoticeKind;
import dev.bellwether.alerts.message.Outgoing;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Takes one message to its channels and marks its item after each, so that no channel's trouble
/// repeats another's message.
///
/// The topic comes first, and only its failure is thrown: the stream brings the row again then. A
/// webhook has its few tries at once; when they are used up, the row is marked with the reason, and
/// in this invocation that webhook is not tried again.
final class Courier {
    private final AlertOutbox outbox;
    private final Map<Channel, Sender> senders;
    private final DeliveryMode mode;
    private final InstantSource clock;

    /// @param senders the channels that there are
    Courier(
            AlertOutbox outbox,
            Map<Channel, Sender> senders,
            DeliveryMode mode,
            InstantSource clock) {
        this.outbox = outbox;
        this.senders = new EnumMap<>(senders);
        this.mode = mode;
        this.clock = clock;
    }

    List<Channel> channels() {
        return List.copyOf(senders.keySet());
    }

    /// Sends the message on those of the channels on which nothing has happened yet.
    ///
    /// @param marks kind by which the item's marks are named
    /// @param item as it is now
    /// @return the item's marks afterwards, old and new
    Map<String, String> send(
            Outgoing message,
            RowKey key,
            NoticeKind marks,
            Map<String, String> item,
            List<Channel> channels,
            DeliveryRun run) {
        Map<String, String> after = new HashMap<>(item);
        for (Channel channel : channels) {
            Marks names = new Marks(channel, marks);
            if (names.mayBeLost(item)) {
                run.report(mayBeLost(message, channel, item.getOrDefault(names.claimed(), "")));
            } else if (names.isOpen(item)) {
                after.putAll(send(message, key, names, run));
            }
        }
        return after;
    }

    private Map<String, String> send(Outgoing message, RowKey key, Marks names, DeliveryRun run) {
        Channel channel = names.channel();
        Map<String, String> marks = new HashMap<>();
        if (mode == DeliveryMode.AT_MOST_ONCE) {
            Instant now = now();
            if (!outbox.claim(key, names.claimed(), now)) {
                run.report(mayBeLost(message, channel, "another time"));
                return marks;
            }
            marks.put(names.claimed(), now.toString());
        }
        switch (tryToSend(message, channel, run)) {
            case Sent _ -> marks.put(names.sent(), now().toString());
            case Refused(String reason) ->
                    marks.put(names.failed(), failed(message, channel, reason, run));
            case Unreachable(String reason) -> {
                run.giveUp(channel);
                marks.put(names.failed(), failed(message, channel, reason, run));
            }
        }
        outbox.mark(key, marks);
        return marks;
    }

    private SendOutcome tryToSend(Outgoing message, Channel channel, DeliveryRun run) {
        Sender sender = senders.get(channel);
        if (sender == null) {
            return new Refused("there is no such channel");
        }
        return run.hasGivenUp(channel)
                ? new Refused("not tried: it could not be reached just before")
                : sender.send(message);
    }

    private static String failed(
            Outgoing message, Channel channel, String reason, DeliveryRun run) {
        run.report(
                "%s %s was not taken by %s: %s"
                        .formatted(message.kind().id(), message.id(), channel.id(), reason));
        return reason;
    }

    private static String mayBeLost(Outgoing message, Channel channel, String claimedAt) {
        return "%s %s may be lost on %s: claimed at %s and not marked as sent"
                .formatted(message.kind().id(), message.id(), channel.id(), claimedAt);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
