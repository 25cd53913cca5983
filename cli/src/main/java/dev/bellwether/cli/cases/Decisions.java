package dev.bellwether.cli.cases;

import dev.bellwether.lake.raw.RawDescription.Decided;
import dev.bellwether.lake.raw.RawDescriptionJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes a user's decisions into the raw zone of the local lake.
///
/// @param lake folder of the bucket
record Decisions(Path lake) {
    /// Stores a decision; one that is there already stays, since its time is when it was made.
    ///
    /// @return its key
    String store(Decided decision) {
        String key = "raw/decision/%s-%s.json".formatted(decision.symbol(), decision.tradingDay());
        Path file = lake.resolve(key);
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.getParent());
                // Whole or not at all; dot-files are no objects.
                Path part = Files.createTempFile(lake, ".decision", ".part");
                try {
                    Files.write(part, RawDescriptionJson.write(decision));
                    Files.move(part, file);
                } finally {
                    Files.deleteIfExists(part);
                }
            }
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException("Writing " + file + " failed", e);
        }
    }
}
