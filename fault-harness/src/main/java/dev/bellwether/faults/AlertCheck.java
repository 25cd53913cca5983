package dev.bellwether.faults;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.faults.Violation.Kind;
import dev.bellwether.faults.market.AlertReference;
import dev.bellwether.faults.market.Items;
import dev.bellwether.local.wire.Json;
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
        Map<String, Integer> published = world.deliveries.published();
        Set<String> landed = new HashSet<>();
        world.lake
                .texts("alerts/")
                .keySet()
                .forEach(key ->
                        landed.add(
                                key.substring(
                                        key.lastIndexOf('/') + 1,
                                        key.length() - ".json".length())));
        rows.forEach((id, row) -> {
            int count = published.getOrDefault(id, 0);
            int most = 1 + world.deliveries.allowedRepeats(id);
            boolean isGivenUp = givenUp.contains(Items.keyOf(row));
            if (count > most) {
                add(
                        Kind.UNEXPLAINED_MESSAGE,
                        "message %s was published %d times, not %d".formatted(id, count, most));
            }
            if (count < most && !isGivenUp) {
                add(
                        Kind.LOST_ALERT,
                        "message %s was published only %d times, not %d"
                                .formatted(id, count, most));
            }
            if (!AlertReference.isMarked(row) && !isGivenUp) {
                add(Kind.LOST_ALERT, "alert row never marked as sent: " + Items.keyOf(row));
            }
            if (count > 0 && !landed.contains(id)) {
                add(Kind.LOST_ALERT, "alert %s is not in the lake".formatted(id));
            }
        });
        published.keySet().stream()
                .filter(id -> !rows.containsKey(id))
                .forEach(id -> add(Kind.UNEXPLAINED_MESSAGE, "message without a row: " + id));
        world.deliveries
                .withoutReason()
                .forEach(id ->
                        add(
                                Kind.UNEXPLAINED_MESSAGE,
                                "message %s was published and not marked, though nothing failed"
                                        .formatted(id)));
    }

    private void unreadable(List<Map<String, AttributeValue>> items) {
        List<String> kept = new ArrayList<>();
        world.lake
                .texts("quarantine/")
                .values()
                .forEach(object ->
                        object.lines()
                                .forEach(line -> {
                                    JsonNode json = Json.parse(line);
                                    if (json.path("source").asText().equals("trend-alerts")) {
                                        kept.add(
                                                json.path("symbol").asText()
                                                        + " "
                                                        + json.path("record").asText());
                                    }
                                }));
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
