package dev.bellwether.stream;

import dev.bellwether.market.QuarantineRecord;
import dev.bellwether.market.Quote;

/// What a stream record turned out to be. The same record always turns out the same, so that a
/// retry decides as before.
sealed interface CheckedRecord {
    StreamRecord record();

    /// A quote.
    record Accepted(StreamRecord record, Quote quote) implements CheckedRecord {}

    /// No quote, and never will be one.
    record Rejected(StreamRecord record, QuarantineRecord quarantined) implements CheckedRecord {}
}
