package dev.bellwether.cli.bars;

import dev.bellwether.lake.CorporateAction.SharesSplit;
import dev.bellwether.lake.Rejection;
import dev.bellwether.lake.file.FileHints;
import dev.bellwether.lake.file.FileReading;
import dev.bellwether.lake.file.ProviderFile;
import dev.bellwether.market.Split;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A file that states splits, in any form that the lake reads: Alpha Vantage's SPLITS as CSV
/// (`effective_date,split_factor`, with a column `symbol` when it is of several) or JSON, or bars
/// with splits among them.
///
/// Such files do not say when a split was announced. It is taken as known by the day it takes
/// effect, which every exchange sees to.
public final class SplitFile {
    private SplitFile() {}

    /// The splits of a file.
    ///
    /// @param only whose they are when neither the file nor its name says it
    /// @throws BadFileException that says what is wrong, and in which line
    public static List<Split> read(Path path, Optional<Symbol> only) throws BadFileException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(path);
        } catch (IOException e) {
            throw new BadFileException(path, "cannot be read: " + e);
        }
        return switch (read(bytes, String.valueOf(path.getFileName()), only)) {
            case FileReading.Data data -> splits(path, data);
            case FileReading.ProviderFailure failure ->
                    throw new BadFileException(
                            path,
                            "is the failure body of a provider, %s: %s"
                                    .formatted(failure.kind(), failure.reason()));
            case FileReading.LabelsUnknown unknown ->
                    throw new BadFileException(path, unknown.reason());
            case FileReading.Unreadable unreadable ->
                    throw new BadFileException(path, unreadable.reason());
        };
    }

    // What a file says of itself, or its name does, counts more than whose bars it is given with.
    private static FileReading read(byte[] bytes, String name, Optional<Symbol> only) {
        FileReading itself =
                ProviderFile.read(bytes, new FileHints(name, Optional.empty(), Optional.empty()));
        return only.isPresent() && itself instanceof FileReading.Unreadable
                ? ProviderFile.read(bytes, new FileHints(name, only, Optional.empty()))
                : itself;
    }

    private static List<Split> splits(Path path, FileReading.Data data) throws BadFileException {
        if (!data.rejections().isEmpty()) {
            Rejection first = data.rejections().getFirst();
            throw new BadFileException(
                    path,
                    "%s %d: %s: %s"
                            .formatted(
                                    data.form().endsWith("-json") ? "element" : "line",
                                    first.line(),
                                    first.detail(),
                                    first.record()));
        }
        return data.actions().stream()
                .filter(SharesSplit.class::isInstance)
                .map(SharesSplit.class::cast)
                .map(SplitFile::split)
                .distinct()
                .toList();
    }

    /// A split that a file states.
    public static Split split(SharesSplit stated) {
        return new Split(
                stated.symbol(),
                stated.effectiveDay(),
                stated.effectiveDay().atStartOfDay(TradingCalendar.ZONE).toInstant(),
                stated.newShares(),
                stated.oldShares());
    }
}
