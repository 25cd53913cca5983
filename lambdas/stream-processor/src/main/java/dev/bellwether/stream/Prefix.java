package dev.bellwether.stream;

import java.util.List;
import java.util.Optional;

/// The leading records of a batch that can still be acknowledged, and what went wrong with the
/// record after them.
///
/// @param records in stream order
/// @param problem why the prefix ends where it does; empty while it is the whole batch
record Prefix(List<CheckedRecord> records, Optional<String> problem) {
    Prefix {
        records = List.copyOf(records);
    }

    static Prefix whole(List<CheckedRecord> records) {
        return new Prefix(records, Optional.empty());
    }

    /// The records before the one at the index, which cannot be acknowledged for the reason given.
    Prefix cutBefore(int index, String reason) {
        return new Prefix(records.subList(0, index), Optional.of(reason));
    }
}
