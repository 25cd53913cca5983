package dev.bellwether.lake.file;

import dev.bellwether.lake.CorporateAction;
import dev.bellwether.lake.CorporateAction.CashDividend;
import dev.bellwether.lake.CorporateAction.SharesSplit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/// Yahoo restates dividends for later splits, as it does prices. The splits of the same file are
/// taken out again; of later ones a file does not know.
final class YahooDividends {
    private YahooDividends() {}

    static List<CorporateAction> asPaid(List<CorporateAction> actions, BarSheet sheet) {
        if (actions.stream().anyMatch(CashDividend.class::isInstance)) {
            sheet.note(
                    "Yahoo's dividends are for shares of the download's day; splits that the file states were taken out of them, later ones are unknown.");
        }
        return actions.stream()
                .map(action ->
                        action instanceof CashDividend dividend
                                ? asPaid(dividend, actions)
                                : action)
                .toList();
    }

    private static CorporateAction asPaid(CashDividend dividend, List<CorporateAction> actions) {
        BigDecimal amount = dividend.amount();
        for (CorporateAction action : actions) {
            if (action instanceof SharesSplit split
                    && split.symbol().equals(dividend.symbol())
                    && split.effectiveDay().isAfter(dividend.effectiveDay())) {
                amount =
                        amount.multiply(BigDecimal.valueOf(split.newShares()))
                                .divide(
                                        BigDecimal.valueOf(split.oldShares()),
                                        MathContext.DECIMAL64);
            }
        }
        return new CashDividend(
                dividend.symbol(),
                dividend.effectiveDay(),
                dividend.announcedDay(),
                amount,
                dividend.provider());
    }
}
