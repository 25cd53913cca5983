package dev.bellwether.training;

import dev.bellwether.market.OhlcvBar;
import dev.bellwether.market.Sha256;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import dev.bellwether.market.wire.DailyBarsCsv;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The daily bars that a job was given.
///
/// @param bars each symbol's bars of sessions up to the run's day, oldest first
/// @param sha256 hash over the files' names and contents: which snapshot of the data the model
///   knows
record BarChannel(NavigableMap<Symbol, List<OhlcvBar>> bars, String sha256) {

    /// Reads every CSV file of the folder. Throws [TrainingFailure] when there is none, one is no
    /// file of daily bars, or two are of one symbol.
    static BarChannel read(Path folder, LocalDate runDay) {
        NavigableMap<Symbol, List<OhlcvBar>> bars = new TreeMap<>();
        StringBuilder snapshot = new StringBuilder();
        for (Path file : csvFiles(folder)) {
            byte[] content = content(file);
            snapshot.append(Sha256.hex(content))
                    .append("  ")
                    .append(file.getFileName())
                    .append('\n');
            NavigableMap<LocalDate, OhlcvBar> byDay = parse(file, content);
            if (byDay.isEmpty()) {
                continue;
            }
            Symbol symbol = byDay.firstEntry().getValue().symbol();
            if (bars.put(symbol, known(byDay, runDay)) != null) {
                throw new TrainingFailure("Two files in %s are of %s".formatted(folder, symbol));
            }
        }
        if (bars.isEmpty()) {
            throw new TrainingFailure("There are no daily bars in %s".formatted(folder));
        }
        return new BarChannel(
                bars, Sha256.hex(snapshot.toString().getBytes(StandardCharsets.UTF_8)));
    }

    // A bar of a day without session is a provider's error: no close that a forecast could be
    // about.
    private static List<OhlcvBar> known(NavigableMap<LocalDate, OhlcvBar> byDay, LocalDate runDay) {
        TradingCalendar calendar = TradingCalendar.nyse();
        return byDay.headMap(runDay, true).values().stream()
                .filter(bar ->
                        calendar.covers(bar.tradingDay()) && calendar.isSession(bar.tradingDay()))
                .toList();
    }

    private static NavigableMap<LocalDate, OhlcvBar> parse(Path file, byte[] content) {
        try {
            return DailyBarsCsv.read(content);
        } catch (IllegalArgumentException e) {
            throw new TrainingFailure(
                    "Reading %s failed: %s".formatted(file.getFileName(), e.getMessage()), e);
        }
    }

    private static List<Path> csvFiles(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Listing %s failed: %s".formatted(folder, e.getMessage()), e);
        }
    }

    private static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Reading %s failed: %s".formatted(file, e.getMessage()), e);
        }
    }
}
