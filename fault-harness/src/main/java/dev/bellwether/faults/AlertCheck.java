package dev.bellwether.faults;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.faults.market.AlertReference;
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
    private final List<String> violations = new ArrayList<>();
    private final World world;
    private final Set<String> givenUp;
    private final Map<String, Map<String, AttributeValue>> rows = new TreeMap<>();

    private AlertCheck(World world, GivenUp givenUp) {
        this.world = world;
        this.givenUp = givenUp.changedKeys();
    }

    static List<String> violations(
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

    private void rows(AlertReference reference) {
        for (Map<String, AttributeValue> item : world.table.items()) {
            AlertReference.idOfRow(item)
                    .ifPresent(id -> {
                        if (rows.put(id, item) != null) {
                            violations.add("duplicate alert row: " + keyOf(item));
                        }
                        if (!reference.possible().contains(id)) {
                            violations.add("alert row without a reason: " + keyOf(item));
                        }
                    });
        }
        for (String id : reference.required(givenUp)) {
            if (!rows.containsKey(id)) {
                violations.add("lost alert: %s has no row".formatted(id));
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
            boolean isGivenUp = givenUp.contains(keyOf(row));
            if (count > most || count < most && !isGivenUp) {
                violations.add(
                        "message %s was published %d times, not %d".formatted(id, count, most));
            }
            if (!AlertReference.isMarked(row) && !isGivenUp) {
                violations.add("alert row never marked as sent: " + keyOf(row));
            }
            if (count > 0 && !landed.contains(id)) {
                violations.add("alert %s is not in the lake".formatted(id));
            }
        });
        published.keySet().stream()
                .filter(id -> !rows.containsKey(id))
                .forEach(id -> violations.add("message without a row: " + id));
        world.deliveries
                .withoutReason()
                .forEach(id ->
                        violations.add(
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
                            record.startsWith(item.get("symbol").s() + " ")
                                    && record.contains(item.get("sk").s()));
            if (!isKept && !givenUp.contains(keyOf(item))) {
                violations.add("unreadable item in no quarantine: " + keyOf(item));
            }
        }
        kept.forEach(record -> violations.add("in quarantine for no reason: " + record));
    }

    private static String keyOf(Map<String, AttributeValue> item) {
        return item.get("symbol").s() + " " + item.get("sk").s();
    }
}
