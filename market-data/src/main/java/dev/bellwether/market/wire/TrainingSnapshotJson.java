package dev.bellwether.market.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bellwether.market.lake.TrainingSnapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/// What `training/latest.json` says, as one line of JSON.
public final class TrainingSnapshotJson {
    private static final JsonMapper JSON = new JsonMapper();

    private TrainingSnapshotJson() {}

    /// The same snapshot gives the same bytes.
    public static byte[] write(TrainingSnapshot snapshot) {
        String json =
                JSON.createObjectNode()
                        .put("sha256", snapshot.sha256())
                        .put("last_day", snapshot.lastDay().toString())
                        .put("known_at", snapshot.knownAt().toString())
                        .put("symbols", snapshot.symbols())
                        .toString();
        return (json + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /// Throws IllegalArgumentException that says what is wrong when it is no such object.
    public static TrainingSnapshot read(byte[] bytes) {
        try {
            JsonNode json = JSON.readTree(bytes);
            return new TrainingSnapshot(
                    json.path("sha256").asText(),
                    LocalDate.parse(json.path("last_day").asText()),
                    Instant.parse(json.path("known_at").asText()),
                    json.path("symbols").asInt());
        } catch (IOException | DateTimeException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "%s names no training set: %s"
                            .formatted(TrainingSnapshot.LATEST_KEY, e.getMessage()),
                    e);
        }
    }
}
