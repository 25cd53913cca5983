package dev.bellwether.lake.action;

import dev.bellwether.lake.ActionObservation;
import dev.bellwether.lake.CorporateAction.CashDividend;
import dev.bellwether.lake.CorporateAction.SharesSplit;
import dev.bellwether.lake.Providers;
import dev.bellwether.market.Provider;
import dev.bellwether.market.TradingCalendar;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// The actions of one instrument that took effect, each once whoever stated it.
///
/// Of several providers' statements of one action the best-ranked provider's counts. Splits of the
/// same ratio within a week are one split, whose day providers state differently: no company splits
/// alike twice in a week. Splits of one day with other ratios are one split too.
public final class AppliedActions {
    /// Nothing took effect.
    public static final AppliedActions NONE = new AppliedActions(List.of(), List.of());

    private static final int SAME_SPLIT_DAYS = 7;
    private static final int AMOUNT_DECIMALS = 12;
    private static final Comparator<ActionObservation> BELIEVED_FIRST =
            Comparator.<ActionObservation>comparingInt(
                            observed -> Providers.rank(observed.action().provider()))
                    .thenComparing(observed -> observed.knowledge().at(), Comparator.reverseOrder())
                    .thenComparing(observed -> observed.action().effectiveDay());

    private final List<AppliedSplit> splits;
    private final List<CashDividend> dividends;

    private AppliedActions(List<AppliedSplit> splits, List<CashDividend> dividends) {
        this.splits = splits;
        this.dividends = dividends;
    }

    /// The actions that count.
    ///
    /// @param newest the newest version of each action of each provider
    /// @param horizon an action of a later day has not taken effect
    public static AppliedActions of(Collection<ActionObservation> newest, LocalDate horizon) {
        List<ActionObservation> believed =
                newest.stream()
                        .filter(observed -> !observed.action().effectiveDay().isAfter(horizon))
                        .sorted(BELIEVED_FIRST)
                        .toList();
        List<AppliedSplit> splits = new ArrayList<>();
        for (ActionObservation observed : believed) {
            if (observed.action() instanceof SharesSplit split
                    && splits.stream().noneMatch(known -> isSame(known.split(), split))) {
                splits.add(new AppliedSplit(split, observed.knowledge().at()));
            }
        }
        splits.sort(Comparator.comparing(applied -> applied.split().effectiveDay()));
        List<CashDividend> dividends = new ArrayList<>();
        for (ActionObservation observed : believed) {
            if (observed.action() instanceof CashDividend dividend
                    && dividends.stream()
                            .noneMatch(known ->
                                    known.effectiveDay().equals(dividend.effectiveDay()))) {
                dividends.add(asPaid(dividend, observed, splits, horizon));
            }
        }
        dividends.sort(Comparator.comparing(CashDividend::effectiveDay));
        return new AppliedActions(List.copyOf(splits), List.copyOf(dividends));
    }

    /// The splits by effective day.
    public List<AppliedSplit> splits() {
        return splits;
    }

    /// The dividends by ex day, in the shares of that day.
    public List<CashDividend> dividends() {
        return dividends;
    }

    /// The splits that take effect after the first day, up to and with the second.
    public List<AppliedSplit> splitsBetween(LocalDate after, LocalDate through) {
        return splits.stream()
                .filter(applied -> isBetween(applied.split().effectiveDay(), after, through))
                .toList();
    }

    /// A price of the first day in the shares of the second, later day; 12 decimals.
    public BigDecimal restated(BigDecimal price, LocalDate day, LocalDate later) {
        ShareFactor factor = factor(splits, day, later);
        return factor.equals(ShareFactor.ONE) ? price : factor.times(price, AMOUNT_DECIMALS);
    }

    private static boolean isBetween(LocalDate day, LocalDate after, LocalDate through) {
        return day.isAfter(after) && !day.isAfter(through);
    }

    private static boolean isSame(SharesSplit one, SharesSplit other) {
        long apart = Math.abs(ChronoUnit.DAYS.between(one.effectiveDay(), other.effectiveDay()));
        boolean sameRatio =
                (long) one.newShares() * other.oldShares()
                        == (long) other.newShares() * one.oldShares();
        return apart == 0 || sameRatio && apart <= SAME_SPLIT_DAYS;
    }

    /// Yahoo restates its dividends for the splits since: undone here.
    private static CashDividend asPaid(
            CashDividend dividend,
            ActionObservation observed,
            List<AppliedSplit> splits,
            LocalDate horizon) {
        if (dividend.provider() != Provider.YAHOO) {
            return dividend;
        }
        Instant stated = observed.knowledge().at();
        LocalDate statedOn =
                observed.knowledge().assumed()
                        ? horizon
                        : stated.atZone(TradingCalendar.ZONE).toLocalDate();
        ShareFactor since = factor(splits, dividend.effectiveDay(), statedOn);
        return new CashDividend(
                dividend.symbol(),
                dividend.effectiveDay(),
                dividend.announcedDay(),
                since.inverse().times(dividend.amount(), AMOUNT_DECIMALS),
                dividend.provider());
    }

    private static ShareFactor factor(
            List<AppliedSplit> splits, LocalDate after, LocalDate through) {
        ShareFactor factor = ShareFactor.ONE;
        for (AppliedSplit applied : splits) {
            if (isBetween(applied.split().effectiveDay(), after, through)) {
                factor = factor.after(applied.split());
            }
        }
        return factor;
    }
}
