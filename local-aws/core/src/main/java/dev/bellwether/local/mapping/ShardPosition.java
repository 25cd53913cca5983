package dev.bellwether.local.mapping;

import java.time.Instant;

/// Where to read on in a shard.
sealed interface ShardPosition {
    /// At the oldest record that the stream still has.
    record TrimHorizon() implements ShardPosition {}

    /// Behind a record.
    ///
    /// @param arrival of that record, should the stream no longer know its sequence number
    record After(String sequenceNumber, Instant arrival) implements ShardPosition {}

    /// At the first record that arrived at this time or later; at the oldest one of a stream that
    /// cannot tell.
    record NotBefore(Instant arrival) implements ShardPosition {}
}
