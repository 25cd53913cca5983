package dev.bellwether.faults.aws;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A shard of a [SimulatedStream].
final class SimulatedShard {
    /// A record as GetRecords gives it.
    ///
    /// @param place in the order in which the stream took records, over all shards
    record Stored(String sequenceNumber, long place, Instant arrival, ObjectNode json) {}

    private final String id;
    private final Optional<String> parent;
    private final int lowestHash;
    private final int highestHash;
    private final List<Stored> records = new ArrayList<>();
    private boolean closed;

    /// @param lowestHash of the partition keys that belong here
    /// @param highestHash of them, not below `lowestHash`
    SimulatedShard(String id, Optional<String> parent, int lowestHash, int highestHash) {
        this.id = id;
        this.parent = parent;
        this.lowestHash = lowestHash;
        this.highestHash = highestHash;
    }

    String id() {
        return id;
    }

    Optional<String> parent() {
        return parent;
    }

    List<Stored> records() {
        return records;
    }

    boolean isClosed() {
        return closed;
    }

    boolean takes(int hash) {
        return !closed && lowestHash <= hash && hash <= highestHash;
    }

    boolean isDivisible() {
        return !closed && lowestHash < highestHash;
    }

    void add(Stored stored) {
        records.add(stored);
    }

    /// Ends the shard.
    ///
    /// @return its two children
    List<SimulatedShard> split(String firstId, String secondId) {
        closed = true;
        int middle = lowestHash + (highestHash - lowestHash) / 2;
        return List.of(
                new SimulatedShard(firstId, Optional.of(id), lowestHash, middle),
                new SimulatedShard(secondId, Optional.of(id), middle + 1, highestHash));
    }

    int indexAfter(String sequenceNumber) {
        for (int i = 0; i < records.size(); i++) {
            if (records.get(i).sequenceNumber().equals(sequenceNumber)) {
                return i + 1;
            }
        }
        throw new IllegalStateException(
                "Shard %s has no record %s: a checkpoint is of another one"
                        .formatted(id, sequenceNumber));
    }
}
