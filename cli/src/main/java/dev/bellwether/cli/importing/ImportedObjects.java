package dev.bellwether.cli.importing;

import dev.bellwether.lake.file.KeyText;
import dev.bellwether.lake.raw.ImportDescription;
import dev.bellwether.market.QuarantineRecord;
import dev.bellwether.market.Sha256;
import dev.bellwether.market.TradingCalendar;
import dev.bellwether.market.lake.LakeLayout;
import dev.bellwether.market.wire.QuarantineJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
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

    /// Keeps a rejected row in the quarantine, under the day in New York; one that an earlier
    /// import has put there, on whatever day, stays as it is.
    void quarantine(QuarantineRecord rejected) {
        String key =
                LakeLayout.quarantineKey(
                        LocalDate.ofInstant(rejected.observedAt(), TradingCalendar.ZONE),
                        rejected.source(),
                        rejected.id());
        if (!isQuarantined(key.substring(key.lastIndexOf('/') + 1))) {
            put(key, QuarantineJson.write(List.of(rejected)));
        }
    }

    private boolean isQuarantined(String name) {
        Path quarantine = lake.resolve(LakeLayout.QUARANTINE_PREFIX);
        if (!Files.isDirectory(quarantine)) {
            return false;
        }
        try (Stream<Path> days = Files.list(quarantine)) {
            return days.anyMatch(day -> Files.exists(day.resolve(name)));
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
