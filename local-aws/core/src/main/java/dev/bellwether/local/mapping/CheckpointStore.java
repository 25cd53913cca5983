package dev.bellwether.local.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.local.wire.Json;
import java.time.Instant;
import java.util.Optional;

/// One mapping's checkpoints: a small JSON file a shard, safe before it counts.
final class CheckpointStore {
    private final CheckpointFiles files;
    private final String mapping;

    /// @param files of all mappings
    CheckpointStore(CheckpointFiles files, String mapping) {
        this.files = files;
        this.mapping = mapping;
    }

    Optional<Checkpoint> find(String shardId) {
        return files.find(mapping, name(shardId)).map(Json::parse).map(CheckpointStore::read);
    }

    private static Checkpoint read(JsonNode saved) {
        JsonNode sequenceNumber = saved.path("sequenceNumber");
        return new Checkpoint(
                saved.path("streamArn").asText(),
                saved.path("shardId").asText(),
                sequenceNumber.isTextual()
                        ? new ShardPosition.After(
                                sequenceNumber.asText(),
                                Instant.parse(saved.path("arrival").asText()))
                        : new ShardPosition.TrimHorizon(),
                Checkpoint.State.valueOf(saved.path("state").asText()));
    }

    /// Returns when the checkpoint would survive the loss of this process.
    void save(Checkpoint checkpoint) {
        ObjectNode saved =
                Json.object()
                        .put("streamArn", checkpoint.streamArn())
                        .put("shardId", checkpoint.shardId())
                        .put("state", checkpoint.state().name());
        if (checkpoint.position() instanceof ShardPosition.After after) {
            saved.put("sequenceNumber", after.sequenceNumber());
            saved.put("arrival", after.arrival().toString());
        }
        files.save(mapping, name(checkpoint.shardId()), Json.bytes(saved));
    }

    private static String name(String shardId) {
        return shardId.replaceAll("[^A-Za-z0-9._-]", "_") + ".json";
    }
}
