package dev.bellwether.cli.predict;

import dev.bellwether.cli.bars.BadFileException;
import dev.bellwether.cli.bars.SplitFile;
import dev.bellwether.cli.home.FailedException;
import dev.bellwether.lake.CorporateAction;
import dev.bellwether.lake.SourceBar;
import dev.bellwether.lake.file.FileHints;
import dev.bellwether.lake.file.FileReading;
import dev.bellwether.lake.file.ProviderFile;
import dev.bellwether.market.Split;
import dev.bellwether.market.Symbol;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What files of providers give a training job. Whatever of them is not taken is named on standard
/// error.
///
/// @param series of symbols that have bars, by name
/// @param splits by symbol and effective day
record PredictionInput(Map<Symbol, DailySeries> series, Map<Symbol, Map<LocalDate, Split>> splits) {

    /// Reads the files. Throws [FailedException] when one cannot be read, or none has daily bars.
    static PredictionInput read(List<Path> files, List<Path> actions, PrintWriter errors) {
        PredictionInput input = new PredictionInput(new TreeMap<>(), new TreeMap<>());
        files.forEach(file -> input.takeBars(file, errors));
        if (input.series.values().stream().allMatch(DailySeries::isEmpty)) {
            throw new FailedException("The files hold no daily bars.");
        }
        actions.forEach(file -> input.takeActions(file, errors));
        input.series.values().forEach(series -> series.warn(errors));
        input.warnOfOldSeries(errors);
        return input;
    }

    /// Newest day with a bar of a session; throws [FailedException] when there is none.
    LocalDate lastDay() {
        return newest().orElseThrow(
                        () -> new FailedException("No bar of the files is of a session."));
    }

    private Optional<LocalDate> newest() {
        return series.values().stream()
                .flatMap(it -> it.lastSession().stream())
                .max(LocalDate::compareTo);
    }

    private void warnOfOldSeries(PrintWriter errors) {
        Optional<LocalDate> newest = newest();
        series.forEach((symbol, one) ->
                one.lastSession()
                        .filter(day -> newest.filter(day::isBefore).isPresent())
                        .ifPresent(day ->
                                errors.printf(
                                        "warning: %s ends on %s, others on %s: its forecast is of its own last day%n",
                                        symbol, day, newest.orElseThrow())));
    }

    private void takeBars(Path file, PrintWriter errors) {
        FileReading.Data data = data(file);
        data.notes().forEach(note -> errors.printf("%s: %s%n", file, note));
        data.rejections().forEach(it -> Rejections.print(file, data.form(), it, errors));
        if (data.bars().isEmpty() && data.actions().isEmpty()) {
            errors.flush();
            throw new FailedException(file + ": it has no rows that can be used.");
        }
        data.bars().forEach(bar -> series(bar.symbol()).take(bar, file, errors));
        data.actions().forEach(this::take);
        // A row that cannot be read does not say whose it is: its day is trusted for none of them.
        Set<Symbol> symbols =
                data.bars().stream().map(SourceBar::symbol).collect(Collectors.toSet());
        data.rejections().stream()
                .flatMap(it -> Rejections.findDay(it.record()).stream())
                .forEach(day -> symbols.forEach(symbol -> series(symbol).degrade(day)));
    }

    private void takeActions(Path file, PrintWriter errors) {
        Optional<Symbol> only =
                series.size() == 1 ? series.keySet().stream().findFirst() : Optional.empty();
        try {
            List<Split> given = SplitFile.read(file, only);
            given.forEach(this::put);
            if (given.isEmpty()) {
                errors.printf("warning: %s states no split%n", file);
            }
        } catch (BadFileException e) {
            throw new FailedException(String.valueOf(e.getMessage()), e);
        }
    }

    private void take(CorporateAction action) {
        if (action instanceof CorporateAction.SharesSplit split) {
            put(SplitFile.split(split));
        }
    }

    private void put(Split split) {
        splits.computeIfAbsent(split.symbol(), _ -> new TreeMap<>())
                .put(split.effectiveDay(), split);
    }

    private DailySeries series(Symbol symbol) {
        return series.computeIfAbsent(symbol, DailySeries::new);
    }

    // The names of Java's exceptions tell nobody anything.
    private static String why(Path file, IOException e) {
        if (Files.isDirectory(file)) {
            return "it is a folder";
        }
        return Files.exists(file) ? String.valueOf(e.getMessage()) : "there is no such file";
    }

    private static FileReading.Data data(Path file) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new FailedException("%s cannot be read: %s".formatted(file, why(file, e)), e);
        }
        FileHints hints =
                new FileHints(
                        String.valueOf(file.getFileName()), Optional.empty(), Optional.empty());
        return switch (ProviderFile.read(bytes, hints)) {
            case FileReading.Data data -> data;
            case FileReading.ProviderFailure failure ->
                    throw new FailedException(
                            "%s: a provider's failure in the place of data, %s: %s"
                                    .formatted(file, failure.kind(), failure.reason()));
            case FileReading.LabelsUnknown unknown ->
                    throw new FailedException("%s: %s".formatted(file, unknown.reason()));
            case FileReading.Unreadable unreadable ->
                    throw new FailedException("%s: %s".formatted(file, unreadable.reason()));
        };
    }
}
