package dev.bellwether.local.mapping;

/// Something that a mapping did, for the log and the run's summary. Holds no payload.
public sealed interface MappingEvent {
    /// Logical id of the mapping.
    String mapping();

    /// The function has taken the records, or at least its beginning.
    ///
    /// @param source shard id or queue name
    /// @param records how many are acknowledged
    record Delivered(String mapping, String source, int records) implements MappingEvent {}

    /// The function failed on these records; they will be tried again, perhaps in smaller batches.
    ///
    /// @param reason what the function answered, for people
    record Failed(String mapping, String source, int records, String reason)
            implements MappingEvent {}

    /// The records are given up.
    ///
    /// @param condition why, in Lambda's words, such as `RetryAttemptsExhausted`
    /// @param place where they are kept: `s3://...`, an ARN, or `nowhere`
    record Discarded(String mapping, String source, int records, String condition, String place)
            implements MappingEvent {}

    /// No filter pattern matched the records.
    record FilteredOut(String mapping, String source, int records) implements MappingEvent {}

    /// The stream does not know the checkpoint any more; reading starts at its oldest record.
    record PositionLost(String mapping, String source, String reason) implements MappingEvent {}

    /// Continuous polling met an error of an engine; it goes on.
    record PollFailed(String mapping, String reason) implements MappingEvent {}
}
