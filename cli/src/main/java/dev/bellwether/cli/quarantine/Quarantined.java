package dev.bellwether.cli.quarantine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A row of the lake's quarantine, as it was written. Nothing in it is checked: a newer version's
/// reasons are shown as they are.
///
/// @param key of the object that holds the row
/// @param observedAt ISO-8601, market time
record Quarantined(
        String key,
        String id,
        String source,
        String symbol,
        String reason,
        String detail,
        String text,
        String observedAt) {
    private static final JsonMapper JSON = new JsonMapper();

    /// As the stream's function ends its detail.
    private static final Pattern SEQUENCE_NUMBER =
            Pattern.compile("\\(sequence number ([^)]+)\\)$");

    /// The rows of an object.
    static List<Quarantined> read(String key, byte[] lines) {
        return new String(lines, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> of(key, line))
                .toList();
    }

    private static Quarantined of(String key, String line) {
        JsonNode row;
        try {
            row = JSON.readTree(line);
        } catch (IOException e) {
            // To be seen rather than to hide the others.
            return new Quarantined(
                    key, key, "", "", "unreadable row", String.valueOf(e.getMessage()), line, "");
        }
        return new Quarantined(
                key,
                row.path("quarantine_id").asText(),
                row.path("source").asText(),
                row.path("symbol").asText(),
                row.path("reason").asText(),
                row.path("detail").asText(),
                row.path("record").asText(),
                row.path("observed_at").asText());
    }

    /// The record's place in its shard, empty where it came from no stream.
    String sequenceNumber() {
        Matcher matcher = SEQUENCE_NUMBER.matcher(detail);
        return matcher.find() ? matcher.group(1) : "";
    }
}
