package dev.bellwether.local.mapping;

/// Where to read on in a shard.
sealed interface ShardPosition {
    /// At the oldest record that the stream still has.
    record TrimHorizon() implements ShardPosition {}

    record After(String sequenceNumber) implements ShardPosition {}
}
