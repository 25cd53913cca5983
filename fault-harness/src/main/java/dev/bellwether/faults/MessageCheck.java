package dev.bellwether.faults;

import dev.bellwether.faults.Violation.Kind;
import dev.bellwether.faults.market.AlertReference.Status;
import dev.bellwether.faults.market.AlertRows;
import dev.bellwether.faults.market.Items;
import dev.bellwether.local.wire.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Holds messages, marks and the lake's alerts against the rows of alerts.
final class MessageCheck {
    private final List<Violation> violations = new ArrayList<>();
    private final World world;
    private final Map<String, Map<String, AttributeValue>> rows;
    private final Set<String> givenUp;

    private MessageCheck(
            World world, Map<String, Map<String, AttributeValue>> rows, Set<String> givenUp) {
        this.world = world;
        this.rows = rows;
        this.givenUp = givenUp;
    }

    /// @param rows of alerts by their ids
    /// @param givenUp keys of items of which a record was given up
    static List<Violation> violations(
            World world, Map<String, Map<String, AttributeValue>> rows, Set<String> givenUp) {
        MessageCheck check = new MessageCheck(world, rows, givenUp);
        check.lake();
        check.messages();
        return check.violations;
    }

    private void add(Kind kind, String text) {
        violations.add(new Violation(kind, text));
    }

    private static String statusOf(Map<String, AttributeValue> row) {
        return Items.text(row, "status");
    }

    private void lake() {
        Map<String, String> landed = new HashMap<>();
        world.lake
                .texts("alerts/")
                .forEach((key, text) ->
                        landed.put(
                                key.substring(key.lastIndexOf('/') + 1, key.lastIndexOf('.')),
                                Json.parse(text).path("status").asText()));
        rows.forEach((id, row) -> {
            if (!statusOf(row).equals(landed.get(id)) && !givenUp.contains(Items.keyOf(row))) {
                add(
                        Kind.LOST_ALERT,
                        "alert %s is %s, and in the lake %s"
                                .formatted(id, statusOf(row), landed.get(id)));
            }
        });
    }

    private void messages() {
        Set<String> explained = new HashSet<>();
        rows.forEach((id, row) -> {
            explained.add(AlertRows.notice(AlertRows.FIRED, id));
            explained.add(AlertRows.notice(AlertRows.RETRACTED, id));
            told(id, row);
        });
        world.deliveries.published().keySet().stream()
                .filter(notice -> !explained.contains(notice))
                .forEach(notice ->
                        add(Kind.UNEXPLAINED_MESSAGE, "message without a row: " + notice));
        for (String notice : world.deliveries.withoutReason()) {
            add(
                    Kind.UNEXPLAINED_MESSAGE,
                    "message %s was published and not marked, though nothing failed, or was marked before"
                            .formatted(notice));
        }
    }

    /// What was told before its row was voided is taken back, and nothing else is.
    private void told(String id, Map<String, AttributeValue> row) {
        String status = statusOf(row);
        boolean isMarked = AlertRows.isMarked(row, AlertRows.FIRED);
        if (status.equals(Status.RECORDED.id())) {
            if (isMarked || count(AlertRows.FIRED, id) + count(AlertRows.RETRACTED, id) > 0) {
                add(Kind.UNEXPLAINED_MESSAGE, "recorded alert was told: " + Items.keyOf(row));
            }
            return;
        }
        boolean isRetracted = status.equals(Status.RETRACTED.id());
        told(AlertRows.FIRED, id, row, isRetracted && !isMarked ? 0 : 1);
        told(AlertRows.RETRACTED, id, row, isRetracted && isMarked ? 1 : 0);
    }

    private int count(String kind, String id) {
        return world.deliveries.published().getOrDefault(AlertRows.notice(kind, id), 0);
    }

    /// @param ended how many of the message have to be there that were not cut
    private void told(String kind, String id, Map<String, AttributeValue> row, int ended) {
        int count = count(kind, id);
        int due = ended + world.deliveries.allowedRepeats(AlertRows.notice(kind, id));
        boolean isGivenUp = givenUp.contains(Items.keyOf(row));
        if (count > due) {
            add(
                    Kind.UNEXPLAINED_MESSAGE,
                    "message %s %s was published %d times, not %d".formatted(kind, id, count, due));
        }
        if (count < due && !isGivenUp) {
            add(
                    Kind.LOST_ALERT,
                    "message %s %s was published only %d times, not %d"
                            .formatted(kind, id, count, due));
        }
        if (AlertRows.isMarked(row, kind) != ended > 0 && !isGivenUp) {
            add(
                    Kind.LOST_ALERT,
                    "alert row wrongly marked about %s: %s".formatted(kind, Items.keyOf(row)));
        }
    }
}
