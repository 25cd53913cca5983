package dev.bellwether.training;

import dev.bellwether.market.SeriesFacts;
import dev.bellwether.market.Sha256;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.lake.TrainingSetHash;
import dev.bellwether.market.wire.FactsCsv;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What is known of symbols beside their bars: the optional channel `facts`, of which either file
/// may be absent.
///
/// @param bySymbol what [FactsCsv] says
/// @param sha256ByName of the files that are there, for the hash of what a model knows
record FactsChannel(Map<Symbol, SeriesFacts> bySymbol, Map<String, String> sha256ByName) {
    /// Without such a channel.
    static final FactsChannel NONE = new FactsChannel(Map.of(), Map.of());

    /// Reads the channel's folder; throws [TrainingFailure] that names the file and line that
    /// cannot be read.
    static FactsChannel read(Optional<Path> folder) {
        if (folder.isEmpty()) {
            return NONE;
        }
        Map<String, String> sha256ByName = new TreeMap<>();
        byte[] splits =
                content(folder.get().resolve(FactsCsv.SPLITS), sha256ByName)
                        .orElseGet(() -> FactsCsv.splits(Collections.emptySortedMap()));
        byte[] conditions =
                content(folder.get().resolve(FactsCsv.CONDITIONS), sha256ByName)
                        .orElseGet(() -> FactsCsv.conditions(Collections.emptySortedMap()));
        try {
            return new FactsChannel(FactsCsv.read(splits, conditions), sha256ByName);
        } catch (IllegalArgumentException e) {
            throw new TrainingFailure(String.valueOf(e.getMessage()), e);
        }
    }

    /// What is known of a symbol.
    SeriesFacts of(Symbol symbol) {
        return bySymbol.getOrDefault(symbol, SeriesFacts.NONE);
    }

    private static Optional<byte[]> content(Path file, Map<String, String> sha256ByName) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            byte[] content = Files.readAllBytes(file);
            sha256ByName.put(TrainingSetHash.FACTS + file.getFileName(), Sha256.hex(content));
            return Optional.of(content);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Reading %s failed: %s".formatted(file, e.getMessage()), e);
        }
    }
}
