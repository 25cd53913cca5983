package dev.bellwether.alerts.delivery;

import dev.bellwether.alerts.message.NoticeKind;
import java.time.Instant;

/// Where a held alert is found without looking at the whole table: an item of its own.
///
/// @param sortKey of that item; begins with the market time, so that the oldest comes first
/// @param row the alert's row
/// @param kind what is to be told of it
public record Held(String sortKey, RowKey row, NoticeKind kind) {
    /// Partition of all held alerts.
    static final String PARTITION = "#held";

    static final String PREFIX = "held#";

    static Held of(RowKey row, NoticeKind kind, Instant at, String alertId) {
        return new Held(PREFIX + String.join("#", at.toString(), alertId, kind.id()), row, kind);
    }

    static NoticeKind kindOf(String id) {
        return id.equals(NoticeKind.RETRACTED.id()) ? NoticeKind.RETRACTED : NoticeKind.FIRED;
    }
}
