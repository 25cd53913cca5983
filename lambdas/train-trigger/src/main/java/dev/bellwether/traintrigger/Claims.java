package dev.bellwether.traintrigger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.market.wire.TrainingSnapshotJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;

/// Who trains a day: for each attempt an object in the lake that says which job it is. The first
/// one to write it has decided; everyone else reads it.
record Claims(LakeObjects lake) {
    private static final JsonMapper JSON = new JsonMapper();

    /// The job of an attempt.
    ///
    /// @param isNew whether this call decided which one it is
    record Claim(TrainingJob job, boolean isNew) {}

    /// The job that has this one's day and attempt: this one, if nobody was before it.
    Claim claim(TrainingJob job) {
        String key = key(job.day(), job.attempt());
        if (lake.putOnce(key, json(job))) {
            return new Claim(job, true);
        }
        byte[] earlier =
                lake.find(key)
                        .orElseThrow(() ->
                                new AwsCallFailedException(
                                        "%s was there and is gone".formatted(key)));
        return new Claim(job(key, earlier), false);
    }

    static String key(LocalDate day, int attempt) {
        return "training/days/dt=%s/attempt-%d.json".formatted(day, attempt);
    }

    private static byte[] json(TrainingJob job) {
        try {
            ObjectNode json =
                    JSON.createObjectNode()
                            .put("name", job.name())
                            .put("day", job.day().toString())
                            .put("attempt", job.attempt());
            json.set("snapshot", JSON.readTree(TrainingSnapshotJson.write(job.snapshot())));
            return JSON.writeValueAsBytes(json);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing a claim to memory failed", e);
        }
    }

    private static TrainingJob job(String key, byte[] json) {
        try {
            JsonNode claim = JSON.readTree(json);
            return new TrainingJob(
                    claim.path("attempt").asInt(),
                    TrainingSnapshotJson.read(JSON.writeValueAsBytes(claim.path("snapshot"))));
        } catch (IOException | IllegalArgumentException e) {
            throw new AwsCallFailedException(
                    "%s claims no training job: %s".formatted(key, e.getMessage()), e);
        }
    }
}
