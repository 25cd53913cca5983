package dev.bellwether.alerts;

import dev.bellwether.market.lake.LakeLayout;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Sends the message of an alert row and marks the row.
///
/// The row is there before the message, so a kill in between loses nothing: the row's stream record
/// comes again. A kill between the message and the mark repeats the message with the same id;
/// nothing else does, because the row is looked at before each sending.
final class AlertDispatch {
    private final AlertRows rows;
    private final LakeObjects lake;
    private final AlertTopic topic;
    private final InstantSource clock;

    AlertDispatch(AlertRows rows, LakeObjects lake, AlertTopic topic, InstantSource clock) {
        this.rows = rows;
        this.lake = lake;
        this.topic = topic;
        this.clock = clock;
    }

    /// Answers whether a message was sent.
    boolean dispatch(Item row) {
        Optional<Item> unsent = rows.findUnsent(row.symbol(), row.text("sk"));
        unsent.ifPresent(this::send);
        return unsent.isPresent();
    }

    private void send(Item row) {
        lake.put(
                LakeLayout.alertKey(row.day("bar_day"), row.text("alert_id")),
                AlertJson.write(row));
        topic.publish(row);
        rows.markSent(row, clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }
}
