package dev.bellwether.training;

import dev.bellwether.market.DataCondition;
import dev.bellwether.market.SeriesFacts;
import dev.bellwether.market.Split;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What is known of symbols beside their bars: the optional channel `facts`.
///
/// `splits.csv`: symbol,effective_date,new_shares,old_shares. `conditions.csv`:
/// symbol,trading_day,condition, of days that are not `available`. No quotes in either.
///
/// @param snapshot names and contents of the files, for the hash of what a model knows
record FactsChannel(
        Map<Symbol, List<Split>> splits,
        Map<Symbol, Map<LocalDate, DataCondition>> conditions,
        String snapshot) {
    /// Without such a channel.
    static final FactsChannel NONE = new FactsChannel(Map.of(), Map.of(), "");

    private static final String SPLITS = "symbol,effective_date,new_shares,old_shares";
    private static final String CONDITIONS = "symbol,trading_day,condition";

    /// Reads the channel's folder; throws [TrainingFailure] that names the file and line that
    /// cannot be read.
    static FactsChannel read(Optional<Path> folder) {
        if (folder.isEmpty()) {
            return NONE;
        }
        StringBuilder snapshot = new StringBuilder();
        Map<Symbol, List<Split>> splits = new TreeMap<>();
        for (List<String> row : rows(folder.get().resolve("splits.csv"), SPLITS, snapshot)) {
            Split split = split(row);
            splits.computeIfAbsent(split.symbol(), _ -> new ArrayList<>()).add(split);
        }
        Map<Symbol, Map<LocalDate, DataCondition>> conditions = new TreeMap<>();
        for (List<String> row :
                rows(folder.get().resolve("conditions.csv"), CONDITIONS, snapshot)) {
            conditions
                    .computeIfAbsent(Symbol.of(row.getFirst()), _ -> new HashMap<>())
                    .put(LocalDate.parse(row.get(1)), condition(row.get(2)));
        }
        return new FactsChannel(splits, conditions, snapshot.toString());
    }

    /// What is known of a symbol.
    SeriesFacts of(Symbol symbol) {
        return new SeriesFacts(
                splits.getOrDefault(symbol, List.of()), conditions.getOrDefault(symbol, Map.of()));
    }

    private static List<List<String>> rows(Path file, String header, StringBuilder snapshot) {
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        try {
            String text = Files.readString(file);
            snapshot.append(file.getFileName()).append('\n').append(text);
            List<String> lines = text.lines().toList();
            if (lines.isEmpty() || !lines.getFirst().equals(header)) {
                throw new TrainingFailure(
                        "Reading %s failed: its first line has to be %s"
                                .formatted(file.getFileName(), header));
            }
            int columns = header.split(",", -1).length;
            List<List<String>> rows = new ArrayList<>();
            for (int i = 1; i < lines.size(); i++) {
                rows.add(checked(file, i + 1, List.of(lines.get(i).split(",", -1)), columns));
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Reading %s failed: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static List<String> checked(Path file, int line, List<String> row, int columns) {
        try {
            if (row.size() == columns) {
                LocalDate.parse(row.get(1));
                if (columns == 3) {
                    condition(row.get(2));
                } else {
                    split(row);
                }
                return row;
            }
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new TrainingFailure(
                    "Reading %s failed: line %d: %s"
                            .formatted(file.getFileName(), line, e.getMessage()),
                    e);
        }
        throw new TrainingFailure(
                "Reading %s failed: line %d has %d columns, not %d"
                        .formatted(file.getFileName(), line, row.size(), columns));
    }

    private static Split split(List<String> row) {
        LocalDate day = LocalDate.parse(row.get(1));
        return new Split(
                Symbol.of(row.getFirst()),
                day,
                day.atStartOfDay(TradingCalendar.ZONE).toInstant(),
                Integer.parseInt(row.get(2)),
                Integer.parseInt(row.get(3)));
    }

    private static DataCondition condition(String id) {
        return Arrays.stream(DataCondition.values())
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("'%s' is no condition".formatted(id)));
    }
}
