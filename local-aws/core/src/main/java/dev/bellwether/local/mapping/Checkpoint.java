package dev.bellwether.local.mapping;

/// How far a mapping has come in a shard.
///
/// @param streamArn a checkpoint of another stream of that name does not count
record Checkpoint(String streamArn, String shardId, ShardPosition position, State state) {
    enum State {
        READING,
        /// The shard is closed and all of it is acknowledged: its children may be read.
        FINISHED
    }
}
