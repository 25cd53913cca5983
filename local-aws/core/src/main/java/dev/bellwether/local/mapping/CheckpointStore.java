package dev.bellwether.local.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.local.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;

/// One mapping's checkpoints: a small JSON file a shard, on disk before it counts.
final class CheckpointStore {
    private final Path folder;

    /// @param folder of all mappings
    CheckpointStore(Path folder, String mapping) {
        this.folder = folder.resolve(mapping);
        try {
            Files.createDirectories(this.folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Folder %s cannot be made".formatted(this.folder), e);
        }
    }

    Optional<Checkpoint> find(String shardId) {
        Path file = file(shardId);
        try {
            JsonNode saved = Json.parse(Files.readAllBytes(file));
            JsonNode sequenceNumber = saved.path("sequenceNumber");
            return Optional.of(
                    new Checkpoint(
                            saved.path("streamArn").asText(),
                            saved.path("shardId").asText(),
                            sequenceNumber.isTextual()
                                    ? new ShardPosition.After(
                                            sequenceNumber.asText(),
                                            Instant.parse(saved.path("arrival").asText()))
                                    : new ShardPosition.TrimHorizon(),
                            Checkpoint.State.valueOf(saved.path("state").asText())));
        } catch (java.nio.file.NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Checkpoint %s cannot be read".formatted(file), e);
        }
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
        Path file = file(checkpoint.shardId());
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (FileChannel channel =
                    FileChannel.open(
                            unfinished,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.TRUNCATE_EXISTING)) {
                channel.write(ByteBuffer.wrap(Json.bytes(saved)));
                channel.force(false);
            }
            Files.move(
                    unfinished,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Checkpoint %s cannot be written; its records stay unacknowledged"
                            .formatted(file),
                    e);
        }
    }

    private Path file(String shardId) {
        return folder.resolve(shardId.replaceAll("[^A-Za-z0-9._-]", "_") + ".json");
    }
}
