package dev.bellwether.cli.importing;

import dev.bellwether.lake.Rejection;
import dev.bellwether.lake.file.FileReading;
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
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Writes what was imported into the bucket of the local lake. An object is never replaced.
///
/// @param lake folder of the bucket
record ImportedObjects(Path lake) {
    private static final String SOURCE = "import";
    private static final Pattern DAY = Pattern.compile("\\b(\\d{4}-[01]\\d-[0-3]\\d)\\b");

    /// Stores a file and its rejected rows; the key of its bytes.
    String store(ImportDescription description, byte[] bytes, FileReading.Data data) {
        put(description.bodyKey(), bytes);
        put(description.key(), description.json());
        for (Rejection rejection : data.rejections()) {
            QuarantineRecord row = row(description, rejection);
            put(
                    LakeLayout.quarantineKey(day(rejection, description), SOURCE, row.id()),
                    QuarantineJson.write(List.of(row)));
        }
        return description.bodyKey();
    }

    /// What is stored of a file's bytes.
    static byte[] stored(byte[] bytes) {
        return KeyText.redact(bytes);
    }

    /// SHA-256 of stored bytes.
    static String sha256(byte[] bytes) {
        return Sha256.hex(bytes);
    }

    private static QuarantineRecord row(ImportDescription description, Rejection rejection) {
        return new QuarantineRecord(
                SOURCE,
                description.symbol().equals(ImportDescription.SEVERAL) ? "" : description.symbol(),
                rejection.reason(),
                "row %d: %s".formatted(rejection.line(), rejection.detail()),
                rejection.record(),
                description.bodyKey(),
                description.importedAt());
    }

    /// The day that the row names, else the import's.
    private static LocalDate day(Rejection rejection, ImportDescription description) {
        return findDay(rejection.record())
                .orElseGet(
                        () -> description.importedAt().atZone(TradingCalendar.ZONE).toLocalDate());
    }

    private static Optional<LocalDate> findDay(String text) {
        Matcher day = DAY.matcher(text);
        try {
            return day.find() ? Optional.of(LocalDate.parse(day.group(1))) : Optional.empty();
        } catch (DateTimeException _) {
            return Optional.empty();
        }
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
