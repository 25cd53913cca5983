package dev.bellwether.local.mapping;

import java.util.List;

/// A stream of shards.
interface StreamReader {
    /// The stream's own ARN, which changes when it is made anew.
    String arn();

    /// All shards that the stream still has, closed ones too.
    List<Shard> shards();

    /// @throws PositionLostException if the stream does not have the position
    ShardReader open(String shardId, ShardPosition position);
}
