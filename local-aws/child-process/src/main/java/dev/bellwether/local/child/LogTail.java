package dev.bellwether.local.child;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// The last lines that a process wrote to its log since it was started.
///
/// @param log the log file, to which earlier runs may have written
/// @param start bytes of the file that belong to earlier runs
record LogTail(Path log, long start) {
    private static final int MOST_BYTES = 8_192;
    private static final int MOST_LINES = 20;

    static LogTail from(Path log) throws IOException {
        Path folder = log.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        return new LogTail(log, Files.exists(log) ? Files.size(log) : 0);
    }

    /// "Last lines of <file>:" and the lines, or that there are none.
    String quote() {
        try (FileChannel file = FileChannel.open(log, StandardOpenOption.READ)) {
            long from = Math.max(start, file.size() - MOST_BYTES);
            ByteBuffer bytes = ByteBuffer.allocate((int) Math.max(0, file.size() - from));
            while (bytes.hasRemaining() && file.read(bytes, from + bytes.position()) >= 0) {
                // Read on until the buffer holds the whole tail.
            }
            List<String> lines = UTF_8.decode(bytes.flip()).toString().lines().toList();
            if (lines.isEmpty()) {
                return "It wrote nothing to its log " + log + ".";
            }
            return "Last lines of %s:%n%s"
                    .formatted(
                            log,
                            String.join(
                                    System.lineSeparator(),
                                    lines.subList(
                                            Math.max(0, lines.size() - MOST_LINES), lines.size())));
        } catch (IOException e) {
            return "Its log %s cannot be read (%s).".formatted(log, e);
        }
    }
}
