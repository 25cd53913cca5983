package dev.bellwether.market.rule;

import dev.bellwether.market.Basis;
import dev.bellwether.market.Series;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.Timeframe;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/// What decides when a rule fires. A change of any part is a new version, whose alerts have ids of
/// their own.
///
/// @param id 1 to 40 small letters, digits and dashes
/// @param version from 1
/// @param feed the one feed whose bars notify
/// @param band how far beyond the line a side begins, in standard deviations of the last 20
///   bar-to-bar differences; 0 for none
/// @param coolDownBars how many bars after a fire no other follows
/// @param longestGap how many bars may be missing between two before it warms up anew: sessions of
///   a daily rule, bars of an intraday one
public record RuleDefinition(
        String id,
        int version,
        RuleKind kind,
        String feed,
        Basis basis,
        Timeframe timeframe,
        BigDecimal band,
        int coolDownBars,
        int longestGap) {
    /// The band of live rules: a crossing by less is noise.
    public static final BigDecimal LIVE_BAND = BigDecimal.ONE;

    /// As many sessions may be missing without making an average of 20 meaningless.
    public static final int LIVE_LONGEST_GAP = 5;

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final int MOST_DECIMALS = 6;
    private static final BigDecimal WIDEST_BAND = BigDecimal.TEN;
    private static final int LONGEST_COOL_DOWN = 250;

    public RuleDefinition {
        require(
                ID.matcher(id).matches(),
                "A rule's id is 1 to 40 small letters, digits and dashes, not '" + id + "'");
        require(version >= 1, "A rule's versions begin with 1, not " + version);
        require(!feed.isBlank(), "Rule " + id + " names no feed");
        require(
                basis != Basis.SPLIT_DIVIDEND,
                "Rule %s: prices of basis %s change with every dividend".formatted(id, basis.id()));
        require(
                band.signum() >= 0 && band.compareTo(WIDEST_BAND) <= 0,
                "A band is 0 to 10 standard deviations, not " + band);
        require(
                band.stripTrailingZeros().scale() <= MOST_DECIMALS,
                "A band has at most 6 decimals, not " + band);
        require(
                band.signum() == 0 || hasLine(kind),
                "%s has no band: only sma-crossover and price-level have one"
                        .formatted(kind.text()));
        require(
                coolDownBars >= 0 && coolDownBars <= LONGEST_COOL_DOWN,
                "A cool-down is 0 to 250 bars, not " + coolDownBars);
        require(longestGap >= 0, "A gap cannot be " + longestGap + " bars long");
        // A row that comes back from a store as 1 is the rule that went there as 1.0.
        band = RuleKindText.normal(band);
    }

    private static void require(boolean condition, String problem) {
        if (!condition) {
            throw new IllegalArgumentException(problem);
        }
    }

    /// Whether the kind compares with a line that a band can lie around.
    public static boolean hasLine(RuleKind kind) {
        return switch (kind) {
            case RuleKind.SmaCrossover _, RuleKind.PriceLevel _ -> true;
            case RuleKind.PercentChange _, RuleKind.RsiThreshold _ -> false;
        };
    }

    /// Whether the kind fires when a side changes, rather than at each bar that is large enough.
    static boolean comparesSides(RuleKind kind) {
        return !(kind instanceof RuleKind.PercentChange);
    }

    /// The band of a live rule of that kind when none is given.
    public static BigDecimal liveBand(RuleKind kind) {
        return hasLine(kind) ? LIVE_BAND : BigDecimal.ZERO;
    }

    /// How many bars its figures are made of at least, the judged one included: those of the kind,
    /// and those that a band is measured on.
    public int span() {
        return band.signum() == 0 ? kind.span() : Math.max(kind.span(), Deviation.DIFFERENCES + 1);
    }

    /// The series that the rule looks at for a symbol.
    public Series series(Symbol symbol) {
        return new Series(symbol, feed, basis, timeframe);
    }
}
