package dev.bellwether.faults;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.faults.Violation.Kind;
import dev.bellwether.faults.market.AlertReference;
import dev.bellwether.faults.market.AlertReference.Status;
import dev.bellwether.faults.market.AlertRows;
import dev.bellwether.faults.market.Items;
import dev.bellwether.faults.market.Workload;
import dev.bellwether.faults.market.Workload.Restatements;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Holds alert rows and the quarantine of the table's items against the reference.
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
        check.unreadable(workload.unreadable());
        check.violations.addAll(MessageCheck.violations(world, check.rows, check.givenUp));
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
            boolean fires = firing.contains(id);
            boolean isRight = isRetracted ? !fires || AlertRows.isReinstated(row) : fires;
            if (!isRight && !untold.contains(id)) {
                add(
                        Kind.WRONG_STATUS,
                        "alert row is %s, though its rule %s: %s"
                                .formatted(
                                        statusOf(row),
                                        fires ? "fires there" : "does not fire there",
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
