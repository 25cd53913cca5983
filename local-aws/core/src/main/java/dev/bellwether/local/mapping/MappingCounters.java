package dev.bellwether.local.mapping;

/// What a mapping has done since this run began.
///
/// @param invocations of its function
/// @param delivered records that the function took
/// @param filteredOut records that no pattern matched
/// @param failures invocations that failed, wholly or from some record on
/// @param discarded records that were given up
public record MappingCounters(
        String mapping,
        long invocations,
        long delivered,
        long filteredOut,
        long failures,
        long discarded) {}
