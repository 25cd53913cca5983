package dev.bellwether.lake.file;

import dev.bellwether.lake.CorporateAction;
import dev.bellwether.lake.CorporateAction.CashDividend;
import dev.bellwether.lake.CorporateAction.SharesSplit;
import dev.bellwether.market.Basis;
import dev.bellwether.market.Provider;
import dev.bellwether.market.QuarantineReason;
import dev.bellwether.market.Symbol;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Alpha Vantage's SPLITS (`effective_date,split_factor`) and DIVIDENDS (`ex_dividend_date`,
/// `declaration_date`, `amount`), with a column `symbol` where they are of several.
final class ActionTable {
    private final FileTable table;
    private final FileHints hints;
    private final Optional<String> stated;
    private final StampCells stamps;
    private final int day;
    private final Map<String, CorporateAction> byDay = new HashMap<>();
    private final BarSheet sheet = new BarSheet(Provider.ALPHA_VANTAGE, "daily", Basis.RAW);

    private ActionTable(FileTable table, FileHints hints, Optional<String> stated) {
        this.table = table;
        this.hints = hints;
        this.stated = stated;
        this.day = table.find("effective_date", "ex_dividend_date").orElseThrow();
        this.stamps = StampCells.of(table.rows().stream().map(row -> row.cell(day)).toList());
    }

    static boolean fit(FileTable table) {
        return table.has("effective_date", "split_factor")
                || table.has("ex_dividend_date", "amount");
    }

    /// @param stated the symbol that the file states beside its rows
    /// @param suffix of the form's name
    static FileReading read(
            FileTable table, FileHints hints, Optional<String> stated, String suffix)
            throws UnreadableFileException {
        if (!fit(table)) {
            BarSheet empty = new BarSheet(Provider.ALPHA_VANTAGE, "daily", Basis.RAW);
            table.lost().forEach(lost -> empty.reject(lost.origin(), lost.why()));
            empty.note("It has no rows: no split or dividend is known of the symbol.");
            return empty.data("alphavantage-actions" + suffix);
        }
        boolean splits = table.has("split_factor");
        return new ActionTable(table, hints, stated)
                .read((splits ? "alphavantage-splits" : "alphavantage-dividends") + suffix);
    }

    private FileReading read(String form) throws UnreadableFileException {
        table.notes().forEach(sheet::note);
        table.lost().forEach(lost -> sheet.reject(lost.origin(), lost.why()));
        OptionalInt column = table.find("symbol");
        Optional<Symbol> one =
                column.isPresent() && hints.symbol().isEmpty()
                        ? Optional.empty()
                        : Optional.of(SymbolSource.of(hints, stated));
        for (FileTable.Row row : table.rows()) {
            try {
                Symbol symbol =
                        one.isPresent() ? one.get() : symbol(row.cell(column.orElseThrow()));
                LocalDate effective = stamps.read(row.cell(day)).day();
                Optional<CorporateAction> action =
                        table.has("split_factor")
                                ? split(row, symbol, effective)
                                : dividend(row, symbol, effective);
                if (action.isPresent()) {
                    add(row, symbol + " " + effective, action.get());
                }
            } catch (BadRowException e) {
                sheet.reject(row.origin(), e);
            }
        }
        return sheet.data(form);
    }

    private void add(FileTable.Row row, String key, CorporateAction action) {
        CorporateAction before = byDay.putIfAbsent(key, action);
        if (before == null || before.equals(action)) {
            sheet.add(action);
        } else {
            sheet.reject(
                    row.origin(),
                    QuarantineReason.CONFLICTING_DUPLICATE,
                    "another row says otherwise of " + key);
        }
    }

    private static Symbol symbol(String cell) throws BadRowException {
        if (!Symbol.isValid(cell)) {
            throw new BadRowException(
                    QuarantineReason.UNPARSABLE, "'%s' is no symbol".formatted(Excerpt.of(cell)));
        }
        return Symbol.of(cell);
    }

    private Optional<CorporateAction> split(FileTable.Row row, Symbol symbol, LocalDate effective)
            throws BadRowException {
        SplitRatio ratio = SplitRatio.parse(row.cell(table.find("split_factor").orElseThrow()));
        if (ratio.isNone()) {
            throw new BadRowException(
                    QuarantineReason.IMPOSSIBLE, "a split of one share for one is none");
        }
        return Optional.of(
                new SharesSplit(
                        symbol,
                        effective,
                        announced(row),
                        ratio.newShares(),
                        ratio.oldShares(),
                        ratio.coefficient(),
                        Provider.ALPHA_VANTAGE));
    }

    private Optional<CorporateAction> dividend(
            FileTable.Row row, Symbol symbol, LocalDate effective) throws BadRowException {
        return ActionFigures.amount(row.cell(table.find("amount").orElseThrow()))
                .map(amount ->
                        new CashDividend(
                                symbol, effective, announced(row), amount, Provider.ALPHA_VANTAGE));
    }

    private @Nullable LocalDate announced(FileTable.Row row) {
        OptionalInt column = table.find("declaration_date", "announced_date", "announcement_date");
        return column.isEmpty()
                ? null
                : stamps.find(row.cell(column.getAsInt())).map(Stamp::day).orElse(null);
    }
}
