package dev.bellwether.local.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one read of a shard gave.
///
/// @param records those that pass the filter, in the shard's order
/// @param filteredOut how many did not
/// @param last behind all records read, null if there were none
record RecordPage(
        List<StreamRecord> records, int filteredOut, ShardPosition.@Nullable After last, End end) {
    enum End {
        /// There may be more now.
        MORE,
        /// Nothing more for the moment.
        CAUGHT_UP,
        /// The shard has ended: nothing will ever follow.
        CLOSED
    }

    RecordPage {
        records = List.copyOf(records);
    }
}
