package dev.bellwether.alerts.delivery;

import dev.bellwether.alerts.channel.Channel;
import dev.bellwether.alerts.channel.DeliveryFailedException;
import dev.bellwether.alerts.channel.SendOutcome;
import dev.bellwether.alerts.channel.Sender;
import dev.bellwether.alerts.message.Digest;
import dev.bellwether.alerts.message.Outgoing;
import dev.bellwether.alerts.message.Rows;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Rows with their stream, the channels, and the two functions that work on them.
final class World {
    static final Instant WALL = Instant.parse("2026-01-01T00:00:00Z");
    private static final int MOST_TRIES = 1000;

    final Map<RowKey, Map<String, String>> rows = new HashMap<>();
    final Map<Channel, List<Outgoing>> sent = new EnumMap<>(Channel.class);
    final Map<Channel, SendOutcome> outcomes = new EnumMap<>(Channel.class);
    final List<String> reports = new ArrayList<>();
    final OutboxInMemory outbox;
    private final List<Map<String, String>> stream = new ArrayList<>();
    private final Delivery delivery;
    private int checkpoint;

    World(Map<String, String> environment, Calls calls, Channel... channels) {
        outbox = new OutboxInMemory(key -> Optional.ofNullable(rows.get(key)), this::store, calls);
        Map<Channel, Sender> senders = new EnumMap<>(Channel.class);
        for (Channel channel : channels) {
            sent.put(channel, new ArrayList<>());
            senders.put(
                    channel,
                    message ->
                            calls.run(() -> {
                                sent(channel).add(message);
                                return outcomes.getOrDefault(channel, new SendOutcome.Sent());
                            }));
        }
        delivery =
                Delivery.of(
                        DeliverySettings.from(environment),
                        outbox,
                        senders,
                        InstantSource.fixed(WALL));
    }

    World(Map<String, String> environment, Channel... channels) {
        this(environment, new Interruptions(Map.of()), channels);
    }

    List<Outgoing> sent(Channel channel) {
        return sent.getOrDefault(channel, new ArrayList<>());
    }

    /// Ids and kinds of what a channel got; a digest as the ids and kinds in it.
    List<String> told(Channel channel) {
        return sent(channel).stream()
                .map(message ->
                        message instanceof Digest digest
                                ? "digest of "
                                        + digest.notices().stream()
                                                .map(Outgoing::idempotencyKey)
                                                .sorted()
                                                .toList()
                                : message.idempotencyKey())
                .toList();
    }

    /// Writes a row, as evaluation does.
    void store(Map<String, String> row) {
        rows.put(keyOf(row), Map.copyOf(row));
        stream.add(Map.copyOf(row));
    }

    /// Writes a new alert that is made at that market time.
    void fire(String alertId, String createdAt, String... more) {
        store(Rows.with(Rows.with(Rows.fired(alertId), "created_at", createdAt), more));
    }

    /// Retracts it at that market time.
    void retract(String alertId, String at) {
        store(Rows.with(row(alertId), "status", "retracted", "retracted_at", at));
    }

    Map<String, String> row(String alertId) {
        return new TreeMap<>(rows.getOrDefault(keyOf(Rows.fired(alertId)), Map.of()));
    }

    private static RowKey keyOf(Map<String, String> row) {
        return new RowKey(row.getOrDefault("symbol", ""), row.getOrDefault("sk", ""));
    }

    /// Lets the function see all changes: an error, or its death, brings a change again.
    World drain() {
        for (int i = 0; i < MOST_TRIES && checkpoint < stream.size(); i++) {
            Map<String, String> change = stream.get(checkpoint);
            DeliveryRun run = new DeliveryRun();
            try {
                deliver(change, run);
                checkpoint++;
            } catch (Interruptions.Killed | DeliveryFailedException e) {
                // It comes again.
                continue;
            } finally {
                reports.addAll(run.reports());
            }
        }
        if (checkpoint < stream.size()) {
            throw new AssertionError("The stream is stuck");
        }
        return this;
    }

    private void deliver(Map<String, String> change, DeliveryRun run) {
        if (delivery.alerts().mayConcern(change)) {
            RowKey key = keyOf(change);
            delivery.alerts().find(key).ifPresent(row -> delivery.alerts().deliver(key, row, run));
        }
    }

    /// All changes in one invocation.
    World drainInOneInvocation() {
        DeliveryRun run = new DeliveryRun();
        while (checkpoint < stream.size()) {
            deliver(stream.get(checkpoint++), run);
        }
        reports.addAll(run.reports());
        return this;
    }

    /// One run of the digest's function, again while it fails.
    AlertDigest.Outcome digest(String at) {
        for (int i = 0; i < MOST_TRIES; i++) {
            DeliveryRun run = new DeliveryRun();
            try {
                return delivery.digest().run(Instant.parse(at), run);
            } catch (Interruptions.Killed | DeliveryFailedException e) {
                // Lambda or the next hour starts it again.
                continue;
            } finally {
                reports.addAll(run.reports());
            }
        }
        throw new AssertionError("The digest is stuck");
    }
}
