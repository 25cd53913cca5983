package dev.bellwether.cli.bars;

import dev.bellwether.market.ClosedBar;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.Timeframe;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A file of bars of one symbol: CSV or Alpha Vantage's JSON, daily or of minutes.
///
/// Any order of rows and columns is read; only a date and a close have to be there.
///
/// @param rows oldest first, each time once
/// @param notes what a reader of the file should know
public record PriceFile(
        Path path, Symbol symbol, Timeframe timeframe, List<PriceRow> rows, List<String> notes) {
    public PriceFile {
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }

    /// Reads a file.
    ///
    /// @param given whose bars they are, if that is not to be taken from the file and its name
    /// @throws BadFileException that says what is wrong, and in which line
    public static PriceFile read(Path path, Optional<Symbol> given, Timeframe timeframe)
            throws BadFileException {
        FileTable table = FileText.table(path);
        List<PriceRow> rows = PriceRows.read(table, timeframe);
        if (rows.isEmpty()) {
            throw new BadFileException(path, "has no rows");
        }
        List<String> notes = new ArrayList<>();
        if (!isSorted(rows)) {
            notes.add("its rows are in no order; they were sorted by date");
        }
        Symbol symbol = given.isPresent() ? given.get() : FileSymbols.symbol(table);
        return new PriceFile(path, symbol, timeframe, distinct(path, rows, notes), notes);
    }

    private static boolean isSorted(List<PriceRow> rows) {
        boolean ascending = true;
        boolean descending = true;
        for (int i = 1; i < rows.size(); i++) {
            int order = rows.get(i - 1).at().compareTo(rows.get(i).at());
            ascending &= order <= 0;
            descending &= order >= 0;
        }
        return ascending || descending;
    }

    private static List<PriceRow> distinct(Path path, List<PriceRow> rows, List<String> notes)
            throws BadFileException {
        Map<LocalDateTime, PriceRow> byTime = new TreeMap<>(Comparator.naturalOrder());
        for (PriceRow row : rows) {
            PriceRow other = byTime.putIfAbsent(row.at(), row);
            if (other != null && !other.sameFigures(row)) {
                throw new BadFileException(
                        path,
                        "lines %d and %d are both of %s and differ"
                                .formatted(other.line(), row.line(), row.when()));
            }
            if (other != null) {
                notes.add(
                        "line %d says again what line %d says of %s; it was taken once"
                                .formatted(row.line(), other.line(), row.when()));
            }
        }
        return List.copyOf(byTime.values());
    }

    /// The bars, oldest first; what the file does not have of one is made of its close.
    public List<ClosedBar> bars() {
        return rows.stream().map(row -> row.bar(timeframe)).toList();
    }

    /// What the file is called in its folder.
    public String name() {
        return String.valueOf(path.getFileName());
    }

    /// When the first bar is of.
    public String first() {
        return rows.getFirst().when();
    }

    /// When the last bar is of.
    public String last() {
        return rows.getLast().when();
    }

    /// The line of the first row that lacks a price beside its close, or its volume; such bars
    /// cannot be screened.
    public Optional<Long> findIncomplete() {
        return rows.stream()
                .filter(row -> !row.isComplete())
                .map(PriceRow::line)
                .min(Comparator.naturalOrder());
    }
}
