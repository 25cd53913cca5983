package dev.bellwether.faults;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.faults.Violation.Kind;
import dev.bellwether.faults.market.AlertReference;
import dev.bellwether.faults.market.Items;
import java.util.ArrayList;
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
    private final Set<String> givenUp;
    private final Map<String, Map<String, AttributeValue>> rows = new TreeMap<>();

    private AlertCheck(World world, GivenUp givenUp) {
        this.world = world;
        this.givenUp = givenUp.changedKeys();
    }

    static List<Violation> violations(
            World world,
            AlertReference reference,
            List<Map<String, AttributeValue>> unreadable,
            GivenUp givenUp) {
        AlertCheck check = new AlertCheck(world, givenUp);
        check.rows(reference);
        check.messages();
        check.unreadable(unreadable);
        return check.violations;
    }

    private void add(Kind kind, String text) {
        violations.add(new Violation(kind, text));
    }

    private void rows(AlertReference reference) {
        for (Map<String, AttributeValue> item : world.table.items()) {
            AlertReference.idOfRow(item)
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
        for (String id : reference.required(givenUp)) {
            if (!rows.containsKey(id)) {
                add(Kind.LOST_ALERT, "lost alert: %s has no row".formatted(id));
            }
        }
    }

    private void messages() {
        Set<String> landed = new HashSet<>();
        for (String key : world.lake.texts("alerts/").keySet()) {
            landed.add(key.substring(key.lastIndexOf('/') + 1, key.length() - ".json".length()));
        }
        rows.forEach((id, row) -> message(id, row, landed));
        world.deliveries.published().keySet().stream()
                .filter(id -> !rows.containsKey(id))
                .forEach(id -> add(Kind.UNEXPLAINED_MESSAGE, "message without a row: " + id));
        for (String id : world.deliveries.withoutReason()) {
            add(
                    Kind.UNEXPLAINED_MESSAGE,
                    "message %s was published and not marked, though nothing failed".formatted(id));
        }
    }

    private void message(String id, Map<String, AttributeValue> row, Set<String> landed) {
        int count = world.deliveries.published().getOrDefault(id, 0);
        int due = 1 + world.deliveries.allowedRepeats(id);
        boolean isGivenUp = givenUp.contains(Items.keyOf(row));
        if (count > due) {
            add(
                    Kind.UNEXPLAINED_MESSAGE,
                    "message %s was published %d times, not %d".formatted(id, count, due));
        }
        if (count < due && !isGivenUp) {
            add(
                    Kind.LOST_ALERT,
                    "message %s was published only %d times, not %d".formatted(id, count, due));
        }
        if (!AlertReference.isMarked(row) && !isGivenUp) {
            add(Kind.LOST_ALERT, "alert row never marked as sent: " + Items.keyOf(row));
        }
        if (count > 0 && !landed.contains(id)) {
            add(Kind.LOST_ALERT, "alert %s is not in the lake".formatted(id));
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
