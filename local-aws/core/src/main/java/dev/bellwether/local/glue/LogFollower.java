package dev.bellwether.local.glue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/// Reads the lines that are appended to a log.
final class LogFollower {
    private static final int CHUNK_BYTES = 1 << 16;

    private final Path log;
    private final Consumer<String> lines;
    private final ByteArrayOutputStream unfinished = new ByteArrayOutputStream();
    private long position;

    /// From the log's present end on.
    LogFollower(Path log, Consumer<String> lines) {
        this.log = log;
        this.lines = lines;
        try {
            position = Files.exists(log) ? Files.size(log) : 0;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /// Hands on the whole lines that were added since the last call.
    void follow() {
        if (!Files.exists(log)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(log, StandardOpenOption.READ)) {
            channel.position(position);
            ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES);
            while (channel.read(chunk) > 0) {
                chunk.flip();
                position += chunk.remaining();
                while (chunk.hasRemaining()) {
                    take(chunk.get());
                }
                chunk.clear();
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private void take(byte next) {
        if (next == '\n') {
            lines.accept(unfinished.toString(StandardCharsets.UTF_8));
            unfinished.reset();
        } else {
            unfinished.write(next);
        }
    }

    private UncheckedIOException unreadable(IOException e) {
        return new UncheckedIOException("The log %s cannot be read".formatted(log), e);
    }
}
