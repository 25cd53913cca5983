package dev.bellwether.local.glue;

import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
        // Not a channel: the run's end by an interrupt would close it in the middle of a read.
        try (FileInputStream in = new FileInputStream(log.toFile())) {
            in.skipNBytes(position);
            byte[] chunk = new byte[CHUNK_BYTES];
            for (int read = in.read(chunk); read > 0; read = in.read(chunk)) {
                position += read;
                for (int i = 0; i < read; i++) {
                    take(chunk[i]);
                }
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
