package dev.bellwether.lake.file;

import dev.bellwether.lake.CorporateAction;
import dev.bellwether.lake.CorporateAction.CashDividend;
import dev.bellwether.lake.CorporateAction.SharesSplit;
import dev.bellwether.market.Provider;
import dev.bellwether.market.Symbol;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Splits and dividends in a table of bars: in columns beside the prices, or in rows in their
/// place, as Yahoo's tables have them.
final class TableActions {
    private static final Pattern DIVIDEND =
            Pattern.compile("(?i)\\$?([0-9.]+)\\s*(?:cash )?dividends?");
    private static final Pattern SPLIT =
            Pattern.compile("(?i)([0-9.]+\\s*[:/]\\s*[0-9.]+)\\s*(?:stock )?splits?");

    private final PriceColumns columns;
    private final BarSheet sheet;
    private final Provider provider;
    private final List<CorporateAction> found = new ArrayList<>();

    TableActions(PriceColumns columns, BarSheet sheet, Provider provider) {
        this.columns = columns;
        this.sheet = sheet;
        this.provider = provider;
    }

    /// Whether the row states an action in the place of prices; then it is taken.
    boolean readInstead(FileTable.Row row, Symbol symbol, LocalDate day) throws BadRowException {
        for (String cell : row.cells()) {
            Matcher dividend = DIVIDEND.matcher(cell);
            if (dividend.matches()) {
                dividend(dividend.group(1), symbol, day).ifPresent(found::add);
                return true;
            }
            Matcher split = SPLIT.matcher(cell);
            if (split.matches()) {
                split(split.group(1), symbol, day).ifPresent(found::add);
                return true;
            }
        }
        return false;
    }

    /// Takes what stands in the columns beside a row's prices. What is no action there is reported,
    /// and the prices are kept.
    void readBeside(FileTable.Row row, Symbol symbol, LocalDate day) {
        try {
            Optional<String> dividend = cell(row, columns.dividend());
            if (dividend.isPresent()) {
                dividend(dividend.get(), symbol, day).ifPresent(found::add);
            }
        } catch (BadRowException e) {
            sheet.reject(row.origin(), e.reason(), e.detail() + "; the prices were kept");
        }
        try {
            Optional<String> split = cell(row, columns.split());
            if (split.isPresent()) {
                split(split.get(), symbol, day).ifPresent(found::add);
            }
        } catch (BadRowException e) {
            sheet.reject(row.origin(), e.reason(), e.detail() + "; the prices were kept");
        }
    }

    /// Hands over what was found.
    void finish() {
        (provider == Provider.YAHOO ? YahooDividends.asPaid(found, sheet) : found)
                .forEach(sheet::add);
    }

    private static Optional<String> cell(FileTable.Row row, OptionalInt column) {
        return column.isEmpty()
                ? Optional.empty()
                : Optional.of(row.cell(column.getAsInt())).filter(cell -> !cell.isEmpty());
    }

    private Optional<CorporateAction> dividend(String text, Symbol symbol, LocalDate day)
            throws BadRowException {
        return ActionFigures.amount(text)
                .map(amount -> new CashDividend(symbol, day, null, amount, provider));
    }

    private Optional<CorporateAction> split(String text, Symbol symbol, LocalDate day)
            throws BadRowException {
        SplitRatio ratio = SplitRatio.parse(text);
        BigDecimal coefficient = ratio.coefficient();
        return ratio.isNone()
                ? Optional.empty()
                : Optional.of(
                        new SharesSplit(
                                symbol,
                                day,
                                null,
                                ratio.newShares(),
                                ratio.oldShares(),
                                coefficient,
                                provider));
    }
}
