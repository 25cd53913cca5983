package dev.bellwether.faults;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.faults.Violation.Kind;
import dev.bellwether.faults.market.AlertReference;
import dev.bellwether.faults.market.AlertReference.Status;
import dev.bellwether.faults.market.AlertRows;
import dev.bellwether.faults.market.Items;
import dev.bellwether.faults.market.Workload;
import dev.bellwether.faults.market.Workload.Restatements;
import dev.bellwether.local.wire.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Holds alert rows, messages and the quarantine of the table's items against the reference.
final class AlertCheck {
    private final List<Violation> violations = new ArrayList<>();
    private final World world;
    private final AlertReference reference;
    private final Set<String> givenUp;
    private final Set<String> untold;
    private final Map<String, Map<String, AttributeValue>> rows = new TreeMap<>();

    private AlertCheck(World world, AlertReference reference, GivenUp givenUp) {
        this.world = world;
        this.reference = reference;
        this.givenUp = givenUp.changedKeys();
        this.untold = reference.untold(this.givenUp);
    }

    static List<Violation> violations(
            World world, AlertReference reference, Workload workload, GivenUp givenUp) {
        AlertCheck check = new AlertCheck(world, reference, givenUp);
        check.rows();
        check.statuses();
        if (workload.restatements() == Restatements.SETTLED) {
            check.exactly();
        }
        check.messages();
        check.unreadable(workload.unreadable());
        return check.violations;
    }

    private void add(Kind kind, String text) {
        violations.add(new Violation(kind, text));
    }

    private void rows() {
        for (Map<String, AttributeValue> item : world.table.items()) {
            AlertRows.idOf(item)
                    .ifPresent(id -> {
                        if (rows.put(id, item) != null) {
                            add(
                                    Kind.DUPLICATE_ALERT_ROW,
                                    "duplicate alert row: " + Items.keyOf(item));
                        }
                        if (!reference.possible().contains(id)) {
                            add(
                                    Kind.WRONG_ALERT,
                                    "alert row without a reason: " + Items.keyOf(item));
                        }
                    });
        }
        require(reference.required());
    }

    private void require(Set<String> ids) {
        for (String id : ids) {
            if (!rows.containsKey(id) && !untold.contains(id)) {
                add(Kind.LOST_ALERT, "lost alert: %s has no row".formatted(id));
            }
        }
    }

    private void statuses() {
        Set<String> firing = reference.firing();
        rows.forEach((id, row) -> {
            boolean isRetracted = statusOf(row).equals(Status.RETRACTED.id());
            boolean mayBeRetracted = !firing.contains(id) || AlertRows.isReinstated(row);
            boolean hasToBe = !firing.contains(id);
            if (!untold.contains(id) && (isRetracted ? !mayBeRetracted : hasToBe)) {
                add(
                        Kind.WRONG_STATUS,
                        "alert row is %s, though its rule %s: %s"
                                .formatted(
                                        statusOf(row),
                                        hasToBe ? "does not fire there" : "fires there",
                                        Items.keyOf(row)));
            }
        });
    }

    private static String statusOf(Map<String, AttributeValue> row) {
        return Items.text(row, "status");
    }

    /// Each restatement came when all before it was judged.
    private void exactly() {
        require(reference.exact().keySet());
        rows.forEach((id, row) -> {
            Status status = reference.exact().get(id);
            if (!untold.contains(id) && (status == null || !status.id().equals(statusOf(row)))) {
                add(
                        Kind.WRONG_STATUS,
                        "alert row is %s and has to be %s: %s"
                                .formatted(
                                        statusOf(row),
                                        status == null ? "nowhere" : status.id(),
                                        Items.keyOf(row)));
            }
        });
    }

    private void messages() {
        Map<String, String> landed = new HashMap<>();
        world.lake
                .texts("alerts/")
                .forEach((key, text) ->
                        landed.put(
                                key.substring(key.lastIndexOf('/') + 1, key.lastIndexOf('.')),
                                Json.parse(text).path("status").asText()));
        Set<String> explained = new HashSet<>();
        rows.forEach((id, row) -> {
            explained.add(AlertRows.notice(AlertRows.FIRED, id));
            explained.add(AlertRows.notice(AlertRows.RETRACTED, id));
            told(id, row);
            if (!statusOf(row).equals(landed.get(id)) && !givenUp.contains(Items.keyOf(row))) {
                add(
                        Kind.LOST_ALERT,
                        "alert %s is %s, and in the lake %s"
                                .formatted(id, statusOf(row), landed.get(id)));
            }
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

    private void unreadable(List<Map<String, AttributeValue>> items) {
        List<String> kept = new ArrayList<>();
        for (JsonNode line : QuarantineLines.of(world.lake, "trend-alerts").lines()) {
            kept.add(line.path("symbol").asText() + " " + line.path("record").asText());
        }
        for (Map<String, AttributeValue> item : items) {
            boolean isKept =
                    kept.removeIf(record ->
                            record.startsWith(Items.text(item, "symbol") + " ")
                                    && record.contains(Items.text(item, "sk")));
            if (!isKept && !givenUp.contains(Items.keyOf(item))) {
                add(
                        Kind.WRONG_QUARANTINE,
                        "unreadable item in no quarantine: " + Items.keyOf(item));
            }
        }
        kept.forEach(
                record -> add(Kind.WRONG_QUARANTINE, "in quarantine for no reason: " + record));
    }
}
