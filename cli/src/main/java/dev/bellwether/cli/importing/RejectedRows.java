package dev.bellwether.cli.importing;

import dev.bellwether.lake.Rejection;
import dev.bellwether.lake.file.FileReading;
import dev.bellwether.market.QuarantineRecord;
import dev.bellwether.market.Sha256;
import dev.bellwether.market.TradingCalendar;
import dev.bellwether.market.lake.LakeLayout;
import dev.bellwether.market.wire.QuarantineJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// An imported file's rejected rows, as they go to the lake's quarantine: one object a file, under
/// the day of its first import. Its name depends on the bytes and on what the user said about them.
///
/// @param id 32 hex digits
/// @param rows a line each
record RejectedRows(String id, List<QuarantineRecord> rows) {
    /// What the rows say who rejected them.
    static final String SOURCE = "import";

    private static final int ID_DIGITS = 32;

    /// The rejected rows of a file.
    ///
    /// @param sha256 of the file's stored bytes
    /// @param rawKey lake key of these bytes; empty if nothing of the file was kept
    static RejectedRows of(
            String fileName,
            FileReading.Data data,
            String sha256,
            String rawKey,
            Instant importedAt) {
        List<String> symbols = ImportedFile.symbols(data);
        String symbol = symbols.size() == 1 ? symbols.getFirst() : "";
        String identity = String.join("|", fileName, sha256, rawKey);
        return new RejectedRows(
                Sha256.hex(identity.getBytes(StandardCharsets.UTF_8)).substring(0, ID_DIGITS),
                data.rejections().stream()
                        .map(row ->
                                new QuarantineRecord(
                                        SOURCE,
                                        symbol,
                                        row.reason(),
                                        "%s, %s: %s"
                                                .formatted(
                                                        fileName, place(data, row), row.detail()),
                                        row.record(),
                                        rawKey,
                                        importedAt))
                        .toList());
    }

    /// Where a rejected row stands in its file.
    static String place(FileReading.Data data, Rejection row) {
        return "%s %d".formatted(data.form().endsWith("-json") ? "element" : "line", row.line());
    }

    /// The lake key of a first import: under its day in New York.
    String key() {
        return LakeLayout.quarantineKey(
                LocalDate.ofInstant(rows.getFirst().observedAt(), TradingCalendar.ZONE),
                SOURCE,
                id);
    }

    /// The key's last part, which no day changes.
    String name() {
        String key = key();
        return key.substring(key.lastIndexOf('/') + 1);
    }

    byte[] lines() {
        return QuarantineJson.write(rows);
    }
}
