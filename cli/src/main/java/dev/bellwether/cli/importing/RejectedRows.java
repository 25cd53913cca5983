package dev.bellwether.cli.importing;

import dev.bellwether.lake.Rejection;
import dev.bellwether.lake.file.FileHints;
import dev.bellwether.market.QuarantineRecord;
import dev.bellwether.market.Symbol;
import java.time.Instant;
import java.util.List;

/// The rejected rows of a file that nothing is kept of, for the lake's quarantine. Those of a file
/// that is kept go there when the tables are made of it.
final class RejectedRows {
    /// The lake's job names the rows of kept files so, too.
    private static final String SOURCE = "import";

    private RejectedRows() {}

    /// A record a row. It names the file: there is no raw object that would.
    static List<QuarantineRecord> of(
            List<Rejection> rejections, FileHints hints, Instant importedAt) {
        return rejections.stream()
                .map(row ->
                        new QuarantineRecord(
                                SOURCE,
                                hints.symbol().map(Symbol::value).orElse(""),
                                row.reason(),
                                "%s, line %d: %s".formatted(hints.name(), row.line(), row.detail()),
                                row.record(),
                                "",
                                importedAt))
                .toList();
    }
}
