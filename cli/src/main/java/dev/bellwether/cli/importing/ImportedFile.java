package dev.bellwether.cli.importing;

import dev.bellwether.lake.CorporateAction;
import dev.bellwether.lake.SourceBar;
import dev.bellwether.lake.file.FileHints;
import dev.bellwether.lake.file.FileReading;
import dev.bellwether.lake.raw.ImportDescription;
import dev.bellwether.market.Provider;
import dev.bellwether.market.Symbol;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Describes a file that was read.
final class ImportedFile {
    private ImportedFile() {}

    /// Whether anything of it is kept.
    static boolean keepsAny(FileReading.Data data) {
        return !data.bars().isEmpty() || !data.actions().isEmpty();
    }

    /// The symbols of its bars and actions, in order.
    static List<String> symbols(FileReading.Data data) {
        return Stream.concat(
                        data.bars().stream().map(SourceBar::symbol),
                        data.actions().stream().map(CorporateAction::symbol))
                .distinct()
                .sorted()
                .map(Symbol::value)
                .toList();
    }

    /// The description of a file that something of is kept.
    static ImportDescription describe(
            FileReading.Data data,
            FileHints hints,
            byte[] stored,
            Instant importedAt,
            Optional<Instant> fetchedAt) {
        List<String> symbols = symbols(data);
        return new ImportDescription(
                provider(data),
                symbols.size() == 1 ? symbols.getFirst() : ImportDescription.SEVERAL,
                hints.symbol().isPresent(),
                hints.name(),
                data.form(),
                hints.labels(),
                ImportedObjects.sha256(stored),
                stored.length,
                importedAt,
                fetchedAt);
    }

    private static Provider provider(FileReading.Data data) {
        return Stream.concat(
                        data.bars().stream().map(SourceBar::provider),
                        data.actions().stream().map(CorporateAction::provider))
                .findFirst()
                .orElseThrow();
    }
}
