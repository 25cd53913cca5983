package dev.bellwether.local.mapping;

import java.util.List;

/// What a drain came to.
///
/// @param records done with: taken, filtered out or given up
/// @param blocked logical ids of mappings whose function keeps failing and that have endless
///   retries: their records are still there
public record DrainReport(int records, List<String> blocked) {
    public DrainReport {
        blocked = List.copyOf(blocked);
    }
}
