package dev.bellwether.cli.importing;

import dev.bellwether.lake.file.KeyText;
import dev.bellwether.lake.raw.ImportDescription;
import dev.bellwether.market.Sha256;
import dev.bellwether.market.lake.LakeLayout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// Writes what was imported into the bucket of the local lake. An object is never replaced.
///
/// @param lake folder of the bucket
record ImportedObjects(Path lake) {
    /// Stores a file; the key of its bytes.
    String store(ImportDescription description, byte[] bytes) {
        put(description.bodyKey(), bytes);
        put(description.key(), description.json());
        return description.bodyKey();
    }

    /// Keeps a file's rejected rows in the quarantine; the key. Those of an earlier import of the
    /// same file stay as they are, under the day of that import.
    String quarantine(RejectedRows rejected) {
        String key = findQuarantined(rejected).orElseGet(rejected::key);
        put(key, rejected.lines());
        return key;
    }

    private Optional<String> findQuarantined(RejectedRows rejected) {
        Path quarantine = lake.resolve(LakeLayout.QUARANTINE_PREFIX);
        if (!Files.isDirectory(quarantine)) {
            return Optional.empty();
        }
        try (Stream<Path> days = Files.list(quarantine)) {
            return days.map(day -> day.resolve(rejected.name()))
                    .filter(Files::exists)
                    .map(file -> lake.relativize(file).toString().replace('\\', '/'))
                    .min(Comparator.naturalOrder());
        } catch (IOException e) {
            throw new UncheckedIOException("Listing " + quarantine + " failed", e);
        }
    }

    /// What is stored of a file's bytes.
    static byte[] stored(byte[] bytes) {
        return KeyText.redact(bytes);
    }

    /// SHA-256 of stored bytes.
    static String sha256(byte[] bytes) {
        return Sha256.hex(bytes);
    }

    private void put(String key, byte[] bytes) {
        Path file = lake.resolve(key);
        try {
            Files.createDirectories(file.getParent());
            Path part = Files.createTempFile(lake, ".import", ".part");
            Files.write(part, bytes);
            try {
                if (!Files.exists(file)) {
                    Files.move(part, file);
                }
            } catch (FileAlreadyExistsException _) {
                // Another command has just stored the same.
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Writing " + file + " failed", e);
        }
    }
}
