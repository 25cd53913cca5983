package dev.bellwether.cli.series;

import dev.bellwether.cli.bars.PriceFiles;
import dev.bellwether.cli.bars.PriceFiles.BadFilesException;
import dev.bellwether.cli.home.FailedException;
import dev.bellwether.cli.lake.LocalLake;
import dev.bellwether.cli.lake.LocalLake.LakeObject;
import dev.bellwether.market.ClosedBar;
import dev.bellwether.market.Split;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.lake.LakeLayout;
import dev.bellwether.market.wire.DailyBarsCsv;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The daily bars of a local lake.
final class LakeBars {
    private LakeBars() {}

    static Map<Symbol, SymbolBars> read(LocalLake lake, @Nullable Path actions) {
        Map<Symbol, List<ClosedBar>> bars = new TreeMap<>();
        for (LakeObject object : lake.objects(LakeLayout.DAILY_BARS_PREFIX)) {
            List<ClosedBar> ofObject = bars(object);
            if (!ofObject.isEmpty()) {
                bars.put(symbol(object), ofObject);
            }
        }
        if (bars.isEmpty()) {
            throw new FailedException(
                    "The lake at %s has no daily bars yet. Run ./bellwether demo --once first."
                            .formatted(lake.folder()));
        }
        PriceFiles facts = new PriceFiles(List.of(), splits(actions, bars.keySet()));
        Map<Symbol, SymbolBars> series = new TreeMap<>();
        bars.forEach((symbol, of) ->
                series.put(symbol, new SymbolBars(symbol, of, facts.facts(symbol))));
        return series;
    }

    private static List<Split> splits(@Nullable Path actions, Iterable<Symbol> symbols) {
        if (actions == null) {
            return List.of();
        }
        try {
            return PriceFiles.splits(actions, symbols);
        } catch (BadFilesException e) {
            throw new FailedException(String.valueOf(e.getMessage()), e);
        }
    }

    private static Symbol symbol(LakeObject object) {
        String name =
                object.key()
                        .substring(LakeLayout.DAILY_BARS_PREFIX.length())
                        .replaceFirst("\\.csv$", "");
        return Optional.of(name)
                .filter(Symbol::isValid)
                .map(Symbol::of)
                .orElseThrow(() ->
                        new FailedException(
                                "The lake's object %s is of no symbol.".formatted(object.key())));
    }

    private static List<ClosedBar> bars(LakeObject object) {
        try {
            return DailyBarsCsv.read(Files.readAllBytes(object.file())).values().stream()
                    .map(bar -> ClosedBar.of(bar, 1))
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new FailedException(
                    "The lake's object %s cannot be read: %s"
                            .formatted(object.key(), e.getMessage()),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + object.file() + " failed", e);
        }
    }
}
