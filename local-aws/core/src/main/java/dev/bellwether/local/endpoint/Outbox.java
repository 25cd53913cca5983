package dev.bellwether.local.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.local.wire.Json;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What would have been sent: `<folder>/<topic>.jsonl`, one message a line, on disk before it is
/// acknowledged.
public final class Outbox {
    private final Path folder;

    public Outbox(Path folder) {
        this.folder = folder;
    }

    /// Returns when the entry is on disk. A line that a kill cut short was never acknowledged and
    /// is taken away.
    synchronized void append(String topic, JsonNode entry) {
        Path file = folder.resolve(topic + ".jsonl");
        try {
            Files.createDirectories(folder);
            try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw");
                    FileChannel channel = access.getChannel()) {
                channel.truncate(endOfLastLine(access));
                channel.position(channel.size());
                ByteBuffer line =
                        ByteBuffer.wrap((Json.text(entry) + "\n").getBytes(StandardCharsets.UTF_8));
                while (line.hasRemaining()) {
                    channel.write(line);
                }
                channel.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Outbox %s could not be written".formatted(file), e);
        }
    }

    private static long endOfLastLine(RandomAccessFile access) throws IOException {
        for (long end = access.length(); end > 0; end--) {
            access.seek(end - 1);
            if (access.read() == '\n') {
                return end;
            }
        }
        return 0;
    }

    /// All messages of a topic, oldest first.
    public synchronized List<JsonNode> messages(String topic) {
        Path file = folder.resolve(topic + ".jsonl");
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            String text = Files.readString(file);
            return text.substring(0, text.lastIndexOf('\n') + 1).lines().map(Json::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Outbox %s could not be read".formatted(file), e);
        }
    }
}
