package dev.bellwether.lake.action;

import dev.bellwether.lake.CorporateAction.CashDividend;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// The factors that make one instrument's raw prices comparable between days.
///
/// `raw price x splitFactor` is the price in the newest shares, `raw volume / splitFactor` the
/// volume in them; `x dividendFactor` on top takes dividends as reinvested and never touches the
/// volume. As of a day the factors are those of the day by those of that day: prices in that day's
/// shares, without what came later.
///
/// A split's factor is old shares by new ones. A dividend's is `1 - amount / close`, with the last
/// close before the ex day in the shares of the ex day, which matters when a split takes effect on
/// the same day.
public final class Adjustment {
    /// Decimals of a split factor.
    public static final int SPLIT_FACTOR_DECIMALS = 12;

    private final NavigableMap<LocalDate, ShareFactor> splitsFrom = new TreeMap<>();
    private final NavigableMap<LocalDate, Double> dividendsFrom = new TreeMap<>();

    /// The factors of those actions.
    ///
    /// @param closes raw closes by trading day. A dividend without a close before it, or not below
    ///   that close, changes nothing.
    public Adjustment(AppliedActions actions, NavigableMap<LocalDate, BigDecimal> closes) {
        ShareFactor shares = ShareFactor.ONE;
        for (int i = actions.splits().size() - 1; i >= 0; i--) {
            AppliedSplit applied = actions.splits().get(i);
            shares = shares.after(applied.split());
            splitsFrom.put(applied.split().effectiveDay(), shares);
        }
        double reinvested = 1;
        for (int i = actions.dividends().size() - 1; i >= 0; i--) {
            CashDividend dividend = actions.dividends().get(i);
            reinvested *= factor(dividend, actions, closes);
            dividendsFrom.put(dividend.effectiveDay(), reinvested);
        }
    }

    /// What a price of that day is multiplied with to be in the newest shares; 12 decimals.
    public BigDecimal splitFactor(LocalDate day) {
        return shares(day).times(BigDecimal.ONE, SPLIT_FACTOR_DECIMALS);
    }

    /// What a price of that day is multiplied with to be in the shares of `asOf`; 12 decimals.
    public BigDecimal splitFactor(LocalDate day, LocalDate asOf) {
        return shares(day).dividedBy(shares(asOf)).times(BigDecimal.ONE, SPLIT_FACTOR_DECIMALS);
    }

    /// What a price in the newest shares is multiplied with on top to have dividends reinvested.
    public double dividendFactor(LocalDate day) {
        return dividends(day);
    }

    /// The same, with the dividends up to `asOf` alone.
    public double dividendFactor(LocalDate day, LocalDate asOf) {
        return dividends(day) / dividends(asOf);
    }

    private ShareFactor shares(LocalDate day) {
        Map.Entry<LocalDate, ShareFactor> next = splitsFrom.higherEntry(day);
        return next == null ? ShareFactor.ONE : next.getValue();
    }

    private double dividends(LocalDate day) {
        Map.Entry<LocalDate, Double> next = dividendsFrom.higherEntry(day);
        return next == null ? 1 : next.getValue();
    }

    private static double factor(
            CashDividend dividend,
            AppliedActions actions,
            NavigableMap<LocalDate, BigDecimal> closes) {
        Map.Entry<LocalDate, BigDecimal> before = closes.lowerEntry(dividend.effectiveDay());
        if (before == null) {
            return 1;
        }
        BigDecimal close =
                actions.restated(before.getValue(), before.getKey(), dividend.effectiveDay());
        return dividend.amount().compareTo(close) < 0
                ? 1 - dividend.amount().doubleValue() / close.doubleValue()
                : 1;
    }
}
