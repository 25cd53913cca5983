package dev.bellwether.faults.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.faults.aws.SimulatedShard.Stored;
import dev.bellwether.faults.plan.FaultKind;
import dev.bellwether.faults.plan.FaultPlan;
import dev.bellwether.local.wire.AwsErrorException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Shards with records, and iterators over them: what Kinesis and a table's stream have in common.
final class SimulatedStream {
    private static final int HASHES = 1 << 16;

    /// What tells the two apart.
    ///
    /// @param service name in error messages
    /// @param shardId format of a shard's id
    /// @param sequenceNumber format of a sequence number
    /// @param tooManyReads code of the error for them
    record Naming(
            String service,
            String shardId,
            String sequenceNumber,
            String tooManyReads,
            Duration iteratorLife) {}

    /// What a read gives.
    ///
    /// @param iterator to read on with; empty at the end of a closed shard
    record Read(List<Stored> records, Optional<String> iterator, boolean isBehind) {}

    private final Naming naming;
    private final InstantSource clock;
    private final FaultPlan plan;
    private final List<SimulatedShard> shards = new ArrayList<>();
    private long taken;
    private long furthestHandedOut = -1;
    private int overtaken;

    SimulatedStream(Naming naming, InstantSource clock, FaultPlan plan, int shardCount) {
        this.naming = naming;
        this.clock = clock;
        this.plan = plan;
        for (int i = 0; i < shardCount; i++) {
            shards.add(
                    new SimulatedShard(
                            newShardId(),
                            Optional.empty(),
                            HASHES / shardCount * i,
                            i == shardCount - 1 ? HASHES - 1 : HASHES / shardCount * (i + 1) - 1));
        }
    }

    private String newShardId() {
        return naming.shardId().formatted(shards.size());
    }

    List<SimulatedShard> shards() {
        return shards;
    }

    /// Takes a record.
    ///
    /// @param json makes it, out of its sequence number
    void append(String partitionKey, Function<String, ObjectNode> json) {
        int hash = (partitionKey.hashCode() * 0x9E3779B9) >>> 16;
        SimulatedShard shard =
                shards.stream().filter(one -> one.takes(hash)).findFirst().orElseThrow();
        long place = taken++;
        String sequenceNumber = naming.sequenceNumber().formatted(place);
        shard.add(new Stored(sequenceNumber, place, clock.instant(), json.apply(sequenceNumber)));
    }

    /// Ends one of the shards, whose children go on.
    void split() {
        List<SimulatedShard> open = shards.stream().filter(SimulatedShard::isDivisible).toList();
        SimulatedShard parent = open.get(plan.below(open.size()));
        String first = newShardId();
        String second = naming.shardId().formatted(shards.size() + 1);
        shards.addAll(parent.split(first, second));
    }

    String iterator(JsonNode request, String sequenceNumberField) {
        SimulatedShard shard = shard(request.path("ShardId").asText());
        String type = request.path("ShardIteratorType").asText();
        return switch (type) {
            case "TRIM_HORIZON" -> iterator(shard, 0);
            case "AFTER_SEQUENCE_NUMBER" ->
                    iterator(shard, shard.indexAfter(request.path(sequenceNumberField).asText()));
            default ->
                    throw new UnsupportedOperationException(
                            "An iterator of type %s is not simulated".formatted(type));
        };
    }

    private String iterator(SimulatedShard shard, int index) {
        return "%s@%d@%d".formatted(shard.id(), index, clock.instant().toEpochMilli());
    }

    /// @throws AwsErrorException for an expired iterator, and for too many reads
    Read read(JsonNode request) {
        String[] iterator = request.path("ShardIterator").asText().split("@", 3);
        SimulatedShard shard = shard(iterator[0]);
        int from = Integer.parseInt(iterator[1]);
        Instant end = Instant.ofEpochMilli(Long.parseLong(iterator[2])).plus(naming.iteratorLife());
        if (clock.instant().isAfter(end) || plan.strikes(FaultKind.ITERATOR_EXPIRED, shard.id())) {
            throw error("GetRecords", "ExpiredIteratorException");
        }
        throttle("GetRecords", shard.id());
        int to = Math.min(shard.records().size(), from + request.path("Limit").asInt());
        if (to > from && plan.strikes(FaultKind.LAGGING_SHARD, shard.id())) {
            to = from;
        } else if (to > from + 1 && plan.strikes(FaultKind.SHORT_READ, shard.id())) {
            to = from + 1 + plan.below(to - from - 1);
        }
        List<Stored> read = List.copyOf(shard.records().subList(from, to));
        read.forEach(this::handOut);
        boolean isBehind = to < shard.records().size();
        return new Read(
                read,
                shard.isClosed() && !isBehind ? Optional.empty() : Optional.of(iterator(shard, to)),
                isBehind);
    }

    private void handOut(Stored stored) {
        if (stored.place() < furthestHandedOut) {
            overtaken++;
        }
        furthestHandedOut = Math.max(furthestHandedOut, stored.place());
    }

    /// How many records were read after one that had come later.
    int overtaken() {
        return overtaken;
    }

    void throttle(String action, String place) {
        if (plan.strikes(FaultKind.READ_THROTTLED, action + " " + place)) {
            throw error(action, naming.tooManyReads());
        }
    }

    private AwsErrorException error(String action, String code) {
        return new AwsErrorException(naming.service(), action, 400, code, "as planned");
    }

    private SimulatedShard shard(String id) {
        return shards.stream().filter(shard -> shard.id().equals(id)).findFirst().orElseThrow();
    }
}
