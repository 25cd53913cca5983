package dev.bellwether.cli.bars;

import dev.bellwether.market.Split;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// A file of splits: Alpha Vantage's SPLITS as CSV (`effective_date,split_factor`) or JSON, with a
/// column `symbol` when it is of several.
///
/// Such files do not say when a split was announced. It is taken as known by the day it takes
/// effect, which every exchange sees to.
public final class SplitFile {
    private final FileTable table;
    private final int date;
    private final int factor;
    private final OptionalInt symbol;

    private SplitFile(FileTable table) throws BadFileException {
        this.table = table;
        this.date = require(table, "effective_date");
        this.factor = require(table, "split_factor");
        this.symbol = table.find(List.of("symbol"));
    }

    /// The splits of a file.
    ///
    /// @param only whose they are when the file does not say it
    /// @throws BadFileException that says what is wrong, and in which line
    public static List<Split> read(Path path, Optional<Symbol> only) throws BadFileException {
        FileTable table = FileText.table(path);
        if (table.columns().isEmpty()) {
            return List.of(); // JSON of a stock that was never split
        }
        var file = new SplitFile(table);
        Map<String, Split> splits = new LinkedHashMap<>();
        for (FileTable.Row row : table.rows()) {
            Split split = file.split(row, only);
            Split other = splits.putIfAbsent(split.symbol() + " " + split.effectiveDay(), split);
            if (other != null && !other.equals(split)) {
                throw new BadFileException(
                        path,
                        "line %d gives another factor for the split of %s on %s"
                                .formatted(row.line(), split.symbol(), split.effectiveDay()));
            }
        }
        return new ArrayList<>(splits.values());
    }

    private static int require(FileTable table, String name) throws BadFileException {
        return table.find(List.of(name))
                .orElseThrow(() ->
                        new BadFileException(
                                table.file(),
                                "is no file of splits: it has no column %s, only %s"
                                        .formatted(name, String.join(", ", table.columns()))));
    }

    private Split split(FileTable.Row row, Optional<Symbol> only) throws BadFileException {
        String text = row.cells().get(factor);
        SplitFactor read =
                SplitFactor.parse(text)
                        .filter(it -> it.newShares() != it.oldShares())
                        .orElseThrow(() ->
                                bad(row, factor, "that is no split such as 4.0000, 0.1 or 1:15"));
        LocalDate day = day(row);
        return new Split(
                symbol(row, only),
                day,
                day.atStartOfDay(TradingCalendar.ZONE).toInstant(),
                read.newShares(),
                read.oldShares());
    }

    private LocalDate day(FileTable.Row row) throws BadFileException {
        try {
            return LocalDate.parse(row.cells().get(date));
        } catch (DateTimeException _) {
            throw bad(row, date, "that is no day such as 2020-08-31");
        }
    }

    private Symbol symbol(FileTable.Row row, Optional<Symbol> only) throws BadFileException {
        Optional<String> said =
                symbol.isPresent()
                        ? Optional.of(row.cells().get(symbol.getAsInt()))
                        : table.symbol();
        if (said.isPresent() && !Symbol.isValid(said.get())) {
            throw new BadFileException(
                    table.file(), "line %d: '%s' is no symbol".formatted(row.line(), said.get()));
        }
        return said.map(Symbol::of)
                .or(() -> only)
                .orElseThrow(() ->
                        new BadFileException(
                                table.file(),
                                "does not say whose splits it holds; with bars of several symbols it needs a column symbol"));
    }

    private BadFileException bad(FileTable.Row row, int column, String problem) {
        return new BadFileException(
                table.file(),
                "line %d, column %s, '%s': %s"
                        .formatted(
                                row.line(),
                                table.columns().get(column),
                                FailureBody.excerpt(row.cells().get(column)),
                                problem));
    }
}
