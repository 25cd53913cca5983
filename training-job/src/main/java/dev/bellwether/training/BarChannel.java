package dev.bellwether.training;

import dev.bellwether.market.OhlcvBar;
import dev.bellwether.market.Sha256;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import dev.bellwether.market.lake.TrainingSetHash;
import dev.bellwether.market.wire.DailyBarsCsv;
import dev.bellwether.training.sample.FoldDays;
import dev.bellwether.training.sample.MarketReturns;
import dev.bellwether.training.sample.PriceSeries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The daily bars that a job was given, one file a symbol. They are read one at a time: once for
/// what has to be known of all, and once more to train on.
///
/// @param files each symbol's file
/// @param facts what is known beside the bars
/// @param market returns of the universe
/// @param sha256 hash over the files of both channels: which training set the model knows
record BarChannel(
        NavigableMap<Symbol, Path> files,
        FactsChannel facts,
        LocalDate runDay,
        MarketReturns market,
        String sha256) {

    /// Reads every CSV file of the folder. Throws [TrainingFailure] when there is none, one is no
    /// file of daily bars, or two are of one symbol.
    static BarChannel read(Path folder, FactsChannel facts, LocalDate runDay) {
        NavigableMap<Symbol, Path> files = new TreeMap<>();
        MarketReturns market = new MarketReturns();
        Map<String, String> sha256ByName = new TreeMap<>(facts.sha256ByName());
        for (Path file : csvFiles(folder)) {
            byte[] content = content(file);
            sha256ByName.put(TrainingSetHash.BARS + file.getFileName(), Sha256.hex(content));
            NavigableMap<LocalDate, OhlcvBar> byDay = parse(file, content);
            if (byDay.isEmpty()) {
                continue;
            }
            Symbol symbol = byDay.firstEntry().getValue().symbol();
            if (files.put(symbol, file) != null) {
                throw new TrainingFailure("Two files in %s are of %s".formatted(folder, symbol));
            }
            market.add(PriceSeries.of(known(byDay, runDay), facts.of(symbol)));
        }
        if (files.isEmpty()) {
            throw new TrainingFailure("There are no daily bars in %s".formatted(folder));
        }
        return new BarChannel(files, facts, runDay, market, TrainingSetHash.of(sha256ByName));
    }

    /// Throws [TrainingFailure] when it is not the training set with that hash.
    void require(String announced) {
        if (!announced.equals(sha256)) {
            throw new TrainingFailure(
                    "The training set is not the one that was announced: its data_sha256 is %s, and hyperparameter data_sha256 is %s"
                            .formatted(sha256, announced));
        }
    }

    /// The days that cut time into folds. Throws [TrainingFailure] when no symbol has a bar by the
    /// run's day.
    FoldDays folds() {
        try {
            return FoldDays.of(market);
        } catch (IllegalArgumentException e) {
            throw new TrainingFailure("There is no bar of a session up to " + runDay, e);
        }
    }

    /// A symbol's bars of sessions up to the run's day.
    PriceSeries series(Symbol symbol) {
        Path file = files.get(symbol);
        if (file == null) {
            throw new IllegalArgumentException("There is no file of " + symbol);
        }
        return PriceSeries.of(known(parse(file, content(file)), runDay), facts.of(symbol));
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
