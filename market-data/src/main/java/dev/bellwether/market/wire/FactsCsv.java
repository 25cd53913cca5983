package dev.bellwether.market.wire;

import dev.bellwether.market.DataCondition;
import dev.bellwether.market.SeriesFacts;
import dev.bellwether.market.Split;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/// What is known of symbols beside their bars, as a training set keeps it: two CSV files without
/// quotes, sorted by symbol and day. The same facts give the same bytes.
public final class FactsCsv {
    /// Name of the file of splits.
    public static final String SPLITS = "splits.csv";

    /// Name of the file of the days that are not `available`.
    public static final String CONDITIONS = "conditions.csv";

    private static final String SPLITS_HEADER = "symbol,effective_date,new_shares,old_shares";
    private static final String CONDITIONS_HEADER = "symbol,trading_day,condition";

    private FactsCsv() {}

    /// The file of splits.
    public static byte[] splits(SortedMap<Symbol, SeriesFacts> facts) {
        StringBuilder csv = new StringBuilder(SPLITS_HEADER).append('\n');
        facts.forEach((symbol, known) ->
                known.splits()
                        .forEach(split ->
                                csv.append(symbol)
                                        .append(',')
                                        .append(split.effectiveDay())
                                        .append(',')
                                        .append(split.newShares())
                                        .append(',')
                                        .append(split.oldShares())
                                        .append('\n')));
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// The file of conditions.
    public static byte[] conditions(SortedMap<Symbol, SeriesFacts> facts) {
        StringBuilder csv = new StringBuilder(CONDITIONS_HEADER).append('\n');
        facts.forEach((symbol, known) ->
                new TreeMap<>(known.conditions())
                        .forEach((day, condition) ->
                                csv.append(symbol)
                                        .append(',')
                                        .append(day)
                                        .append(',')
                                        .append(condition.id())
                                        .append('\n')));
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// What both files say by symbol. Splits are known from the beginning of their effective day in
    /// New York: the files do not say since when. Throws IllegalArgumentException that names the
    /// file and the line when one cannot be read.
    public static SortedMap<Symbol, SeriesFacts> read(byte[] splits, byte[] conditions) {
        Map<Symbol, List<Split>> splitsOf = new HashMap<>();
        rows(
                SPLITS,
                SPLITS_HEADER,
                splits,
                row -> {
                    Split split = split(row);
                    splitsOf.computeIfAbsent(split.symbol(), symbol -> new ArrayList<>())
                            .add(split);
                });
        Map<Symbol, Map<LocalDate, DataCondition>> conditionsOf = new HashMap<>();
        rows(
                CONDITIONS,
                CONDITIONS_HEADER,
                conditions,
                row ->
                        conditionsOf
                                .computeIfAbsent(Symbol.of(row[0]), symbol -> new HashMap<>())
                                .put(LocalDate.parse(row[1]), DataCondition.of(row[2])));
        SortedMap<Symbol, SeriesFacts> facts = new TreeMap<>();
        for (Symbol symbol : splitsOf.keySet()) {
            facts.put(symbol, SeriesFacts.NONE);
        }
        for (Symbol symbol : conditionsOf.keySet()) {
            facts.put(symbol, SeriesFacts.NONE);
        }
        facts.replaceAll((symbol, none) ->
                new SeriesFacts(
                        splitsOf.getOrDefault(symbol, List.of()),
                        conditionsOf.getOrDefault(symbol, Map.of())));
        return facts;
    }

    private static Split split(String[] row) {
        LocalDate day = LocalDate.parse(row[1]);
        return new Split(
                Symbol.of(row[0]),
                day,
                day.atStartOfDay(TradingCalendar.ZONE).toInstant(),
                Integer.parseInt(row[2]),
                Integer.parseInt(row[3]));
    }

    private static void rows(String file, String header, byte[] csv, Consumer<String[]> each) {
        String text = new String(csv, StandardCharsets.UTF_8);
        if (!text.startsWith(header + "\n")) {
            throw new IllegalArgumentException(
                    "Reading %s failed: its first line has to be %s".formatted(file, header));
        }
        List<String> columns = List.of(header.split(",", -1));
        List<String> lines = text.lines().toList();
        for (int line = 2; line <= lines.size(); line++) {
            String[] cells = lines.get(line - 1).split(",", -1);
            try {
                if (cells.length != columns.size()) {
                    throw new IllegalArgumentException(
                            "it has %d columns, not %d".formatted(cells.length, columns.size()));
                }
                each.accept(cells);
            } catch (DateTimeException | IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "Reading %s failed: line %d: %s".formatted(file, line, e.getMessage()), e);
            }
        }
    }
}
