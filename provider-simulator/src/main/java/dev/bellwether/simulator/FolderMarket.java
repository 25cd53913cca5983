package dev.bellwether.simulator;

import dev.bellwether.market.OhlcvBar;
import dev.bellwether.market.Symbol;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A folder of Alpha Vantage daily CSV files, served byte for byte as they lie.
///
/// A file is served when its name ends in `.csv`, names one symbol (see [FileName]) and its first
/// line is exactly `timestamp,open,high,low,close,volume`. Corporate actions are served out of
/// files such as `splits_AAPL.csv` and `dividends_AAPL.csv`, with the provider's header. Everything
/// else is ignored, with a reason. Sub-folders are not looked into.
public final class FolderMarket implements Market {
    private final NavigableMap<Symbol, Served> served;
    private final List<IgnoredFile> ignored;

    private FolderMarket(NavigableMap<Symbol, Served> served, List<IgnoredFile> ignored) {
        this.served = served;
        this.ignored = ignored;
    }

    /// Something in the folder that is not served.
    ///
    /// @param name its name in the folder
    /// @param reason why, in words that tell how to have it served
    public record IgnoredFile(String name, String reason) {}

    private record Served(Path file, byte[] csv, NavigableMap<LocalDate, OhlcvBar> bars) {
        Optional<byte[]> findActions(ActionKind kind, Symbol symbol) {
            Path actions = file.resolveSibling(kind.fileName(symbol.value()));
            return Files.isRegularFile(actions) ? Optional.of(readAll(actions)) : Optional.empty();
        }
    }

    /// Reads the folder once. Throws [InvalidFolderException] when it is none, serves no file, or
    /// two served files are of one symbol.
    public static FolderMarket of(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new InvalidFolderException("%s is not a folder".formatted(folder));
        }
        NavigableMap<Symbol, Served> served = new TreeMap<>();
        List<IgnoredFile> ignored = new ArrayList<>();
        for (Path file : list(folder)) {
            if (isOfActions(file)) {
                continue;
            }
            switch (FileName.read(file)) {
                case FileName.Unfit(String reason) -> ignored.add(ignore(file, reason));
                case FileName.OfSymbol(Symbol symbol) -> {
                    if (!hasHeader(file)) {
                        ignored.add(
                                ignore(
                                        file,
                                        "its first line is not exactly " + AlphaVantageCsv.HEADER));
                    } else if (served.containsKey(symbol)) {
                        throw new InvalidFolderException(
                                "%s and %s in %s are both daily bars of %s; leave only one of them there"
                                        .formatted(
                                                served.get(symbol).file().getFileName(),
                                                file.getFileName(),
                                                folder,
                                                symbol));
                    } else {
                        byte[] csv = readAll(file);
                        served.put(
                                symbol,
                                new Served(
                                        file,
                                        csv,
                                        Collections.unmodifiableNavigableMap(
                                                AlphaVantageCsv.read(symbol, csv))));
                    }
                }
            }
        }
        if (served.isEmpty()) {
            throw new InvalidFolderException(
                    "%s holds no daily bars: no CSV file there starts with %s and names its symbol, like daily_AAPL.csv"
                            .formatted(folder, AlphaVantageCsv.HEADER));
        }
        return new FolderMarket(served, List.copyOf(ignored));
    }

    /// What lies in the folder and is not served, in order of names.
    public List<IgnoredFile> ignored() {
        return ignored;
    }

    @Override
    public List<Symbol> symbols() {
        return List.copyOf(served.keySet());
    }

    @Override
    public boolean knows(Symbol symbol) {
        return served.containsKey(symbol);
    }

    @Override
    public NavigableMap<LocalDate, OhlcvBar> bars(Symbol symbol) {
        Served file = served.get(symbol);
        return file == null ? Collections.emptyNavigableMap() : file.bars();
    }

    @Override
    public byte[] dailyCsv(Symbol symbol) {
        Served file = served.get(symbol);
        if (file == null) {
            throw new IllegalArgumentException("No file in the folder is of %s".formatted(symbol));
        }
        return file.csv().clone();
    }

    @Override
    public byte[] actionsCsv(Symbol symbol, ActionKind kind) {
        return Optional.ofNullable(served.get(symbol))
                .flatMap(file -> file.findActions(kind, symbol))
                .orElseGet(() -> Market.super.actionsCsv(symbol, kind));
    }

    /// Which file each symbol is served from.
    public Map<Symbol, Path> files() {
        Map<Symbol, Path> files = new TreeMap<>();
        served.forEach((symbol, file) -> files.put(symbol, file.file()));
        return files;
    }

    private static boolean isOfActions(Path file) {
        String name = String.valueOf(file.getFileName());
        return Stream.of(ActionKind.values()).anyMatch(kind -> kind.isNameOf(name));
    }

    private static IgnoredFile ignore(Path file, String reason) {
        return new IgnoredFile(String.valueOf(file.getFileName()), reason);
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Listing %s failed: %s".formatted(folder, e.getMessage()), e);
        }
    }

    private static boolean hasHeader(Path file) {
        byte[] header = AlphaVantageCsv.HEADER.getBytes(StandardCharsets.US_ASCII);
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(header.length + 2);
            String line = new String(start, StandardCharsets.ISO_8859_1);
            return line.equals(AlphaVantageCsv.HEADER)
                    || line.startsWith(AlphaVantageCsv.HEADER + "\n")
                    || line.startsWith(AlphaVantageCsv.HEADER + "\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Reading %s failed: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static byte[] readAll(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Reading %s failed: %s".formatted(file, e.getMessage()), e);
        }
    }
}
