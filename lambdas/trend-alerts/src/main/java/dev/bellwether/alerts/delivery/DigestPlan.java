package dev.bellwether.alerts.delivery;

import dev.bellwether.market.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A digest that was decided on. It is stored before it is sent, so that after a crash the same
/// alerts are sent again, under the same id, and no others.
///
/// @param id hash of the alerts' ids
/// @param held what is in it
public record DigestPlan(String id, List<Held> held) {
    /// Where the one plan at a time is.
    public static final RowKey KEY = new RowKey(Held.PARTITION, "plan");

    private static final int ID_DIGITS = 32;
    private static final String BETWEEN_FIELDS = "\t";
    private static final String BETWEEN_ALERTS = "\n";

    /// Copies the list.
    public DigestPlan {
        held = List.copyOf(held);
    }

    static DigestPlan of(List<Held> held, List<String> alertIds) {
        String ids = alertIds.stream().sorted().collect(Collectors.joining("|"));
        return new DigestPlan(
                Sha256.hex(ids.getBytes(StandardCharsets.UTF_8)).substring(0, ID_DIGITS), held);
    }

    /// Its item but for the key.
    public Map<String, String> attributes() {
        Map<String, String> attributes = new TreeMap<>();
        attributes.put("digest_id", id);
        attributes.put(
                "alerts",
                held.stream()
                        .map(one ->
                                String.join(
                                        BETWEEN_FIELDS,
                                        one.sortKey(),
                                        one.row().symbol(),
                                        one.row().sortKey(),
                                        one.kind().id()))
                        .collect(Collectors.joining(BETWEEN_ALERTS)));
        return attributes;
    }

    static DigestPlan read(Map<String, String> attributes) {
        return new DigestPlan(
                attributes.getOrDefault("digest_id", ""),
                Arrays.stream(attributes.getOrDefault("alerts", "").split(BETWEEN_ALERTS, -1))
                        .map(line -> line.split(BETWEEN_FIELDS, -1))
                        .map(field ->
                                new Held(
                                        field[0],
                                        new RowKey(field[1], field[2]),
                                        Held.kindOf(field[3])))
                        .toList());
    }
}
