package dev.bellwether.local.mapping;

/// Reads one shard from front to back.
interface ShardReader {
    /// The next records.
    ///
    /// @param limit most records to read
    /// @throws PositionLostException if they have been trimmed
    RecordPage read(int limit);
}
