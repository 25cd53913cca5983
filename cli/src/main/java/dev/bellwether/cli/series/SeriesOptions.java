package dev.bellwether.cli.series;

import dev.bellwether.cli.bars.PriceFile;
import dev.bellwether.cli.bars.PriceFiles;
import dev.bellwether.cli.bars.PriceFiles.BadFilesException;
import dev.bellwether.cli.home.FailedException;
import dev.bellwether.cli.home.StateOption;
import dev.bellwether.cli.lake.LocalLake;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.Timeframe;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// Which bars a command looks at: those of files, or the daily bars of the local lake.
public final class SeriesOptions {
    @Mixin private StateOption state = new StateOption();

    @Option(
            names = "--input",
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "Files of bars such as daily_AAPL.csv, in the place of the local lake's daily bars.")
    private List<Path> input = new ArrayList<>();

    @Option(
            names = "--actions",
            paramLabel = "FILE",
            description = "Splits: CSV with effective_date,split_factor, and symbol if of several.")
    private @Nullable Path actions;

    @Option(
            names = "--symbols",
            paramLabel = "SYMBOLS",
            description = "Only these, separated by commas.")
    private @Nullable String symbols;

    /// Whether there is nothing to look at: no files or symbols were named, and no run has made a
    /// lake yet.
    public boolean isEmpty() {
        return input.isEmpty() && symbols == null && !LocalLake.exists(state.folder());
    }

    /// The series, by symbol.
    public List<SymbolBars> read(CommandSpec spec, Timeframe timeframe) {
        List<Symbol> asked = asked(spec);
        if (input.isEmpty() && timeframe != Timeframe.ONE_DAY) {
            throw new ParameterException(
                    spec.commandLine(),
                    "The lake's bars are of days; name files of bars of %s with --input."
                            .formatted(timeframe.id()));
        }
        Map<Symbol, SymbolBars> series =
                input.isEmpty()
                        ? LakeBars.read(LocalLake.of(state.folder()), actions)
                        : files(timeframe, spec.commandLine().getErr());
        requireKnown(asked, series);
        return series.values().stream()
                .filter(it -> asked.isEmpty() || asked.contains(it.symbol()))
                .toList();
    }

    private List<Symbol> asked(CommandSpec spec) {
        try {
            return symbols == null ? List.of() : Symbol.listOf(symbols);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage() + ".", e);
        }
    }

    private static void requireKnown(List<Symbol> asked, Map<Symbol, SymbolBars> series) {
        List<Symbol> unknown = asked.stream().filter(it -> !series.containsKey(it)).toList();
        if (!unknown.isEmpty()) {
            throw new FailedException(
                    "There are no bars of %s, only of %s."
                            .formatted(join(unknown), join(series.keySet())));
        }
    }

    private static String join(Iterable<Symbol> symbols) {
        List<String> names = new ArrayList<>();
        symbols.forEach(symbol -> names.add(symbol.value()));
        return names.isEmpty() ? "no symbol" : String.join(", ", names);
    }

    private Map<Symbol, SymbolBars> files(Timeframe timeframe, PrintWriter err) {
        try {
            PriceFiles read =
                    PriceFiles.read(
                            new PriceFiles.Request(
                                    input,
                                    Optional.empty(),
                                    timeframe,
                                    Optional.ofNullable(actions)));
            read.requireComplete();
            Map<Symbol, SymbolBars> series = new TreeMap<>();
            for (PriceFile file : read.files()) {
                file.notes().forEach(note -> err.printf("%s: %s%n", file.path(), note));
                add(series, file, read);
            }
            err.flush();
            return series;
        } catch (BadFilesException e) {
            throw new FailedException(String.valueOf(e.getMessage()), e);
        }
    }

    private static void add(Map<Symbol, SymbolBars> series, PriceFile file, PriceFiles read) {
        Symbol symbol = file.symbol();
        if (series.containsKey(symbol)) {
            throw new FailedException(
                    "%s are all of %s; leave all but one out."
                            .formatted(
                                    read.files().stream()
                                            .filter(it -> it.symbol().equals(symbol))
                                            .map(it -> it.path().toString())
                                            .collect(Collectors.joining(" and ")),
                                    symbol));
        }
        series.put(symbol, new SymbolBars(symbol, file.bars(), read.facts(symbol)));
    }
}
