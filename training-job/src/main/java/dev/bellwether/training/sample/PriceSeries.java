package dev.bellwether.training.sample;

import dev.bellwether.market.BarFlag;
import dev.bellwether.market.DataCondition;
import dev.bellwether.market.OhlcvBar;
import dev.bellwether.market.SeriesFacts;
import dev.bellwether.market.Split;
import dev.bellwether.market.TradingCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A symbol's bars as numbers, restated for its splits, and cut where a return says nothing.
///
/// Prices are multiplied with the splits up to their own day, so that no later split changes them:
/// what a price is here was known on its day. The series is cut on both sides of a degraded day, at
/// an unexplained jump and at a gap of more than [#LONGEST_GAP] sessions; returns and averages
/// never cross a cut.
public final class PriceSeries {
    /// Sessions that may lie between two bars.
    public static final int LONGEST_GAP = 5;

    // By how much the restated close may have moved over a split that explains the jump.
    private static final double SPLIT_TOLERANCE = 0.25;

    private final List<OhlcvBar> bars;
    private final double[] factors;
    private final int[] segments;
    private final int[] sessions;
    private final int[] starts;

    private PriceSeries(List<OhlcvBar> bars, SeriesFacts facts) {
        this.bars = List.copyOf(bars);
        this.factors = new double[bars.size()];
        this.segments = new int[bars.size()];
        this.sessions = new int[bars.size()];
        this.starts = new int[bars.size()];
        boolean wasDegraded = false;
        for (int i = 0; i < bars.size(); i++) {
            factors[i] = i == 0 ? 1 : factors[i - 1] * splitFactor(facts, i);
            sessions[i] = i == 0 ? 0 : sessions[i - 1] + sessionsBetween(day(i - 1), day(i));
            boolean degraded = isDegraded(facts, i);
            boolean cut = i > 0 && (degraded || wasDegraded || isCutBefore(i));
            segments[i] = i == 0 ? 0 : segments[i - 1] + (cut ? 1 : 0);
            starts[i] = i == 0 || cut ? i : starts[i - 1];
            wasDegraded = degraded;
        }
    }

    /// The series of some bars.
    ///
    /// @param bars of sessions, oldest first
    /// @param facts splits, and the days whose data cannot be trusted
    public static PriceSeries of(List<OhlcvBar> bars, SeriesFacts facts) {
        return new PriceSeries(bars, facts);
    }

    /// How many bars.
    public int size() {
        return bars.size();
    }

    /// The trading day of a bar.
    public LocalDate day(int bar) {
        return bars.get(bar).tradingDay();
    }

    /// The bar as it was traded.
    public OhlcvBar bar(int bar) {
        return bars.get(bar);
    }

    /// The first bar of the piece between two cuts that a bar lies in.
    public int segmentStart(int bar) {
        return starts[bar];
    }

    /// Whether two bars lie in one piece.
    public boolean areJoined(int earlier, int later) {
        return segments[earlier] == segments[later];
    }

    /// How many sessions lie after the first bar up to and including the second.
    public int sessionsBetween(int earlier, int later) {
        return sessions[later] - sessions[earlier];
    }

    double close(int bar) {
        return bars.get(bar).close().doubleValue() * factors[bar];
    }

    double open(int bar) {
        return bars.get(bar).open().doubleValue() * factors[bar];
    }

    double high(int bar) {
        return bars.get(bar).high().doubleValue() * factors[bar];
    }

    double low(int bar) {
        return bars.get(bar).low().doubleValue() * factors[bar];
    }

    double volume(int bar) {
        return bars.get(bar).volume() / factors[bar];
    }

    /// Log of a bar's close over that of the bar before.
    public double logReturn(int bar) {
        return Math.log(close(bar) / close(bar - 1));
    }

    private double splitFactor(SeriesFacts facts, int bar) {
        double factor = 1;
        for (Split split : facts.splitsBetween(day(bar - 1), day(bar))) {
            factor *= (double) split.newShares() / split.oldShares();
        }
        return factor;
    }

    private boolean isCutBefore(int bar) {
        if (sessions[bar] - sessions[bar - 1] > LONGEST_GAP) {
            return true;
        }
        if (factors[bar] == factors[bar - 1]) {
            return BarFlag.isJump(bars.get(bar - 1).close(), bars.get(bar).close());
        }
        double ratio = close(bar) / close(bar - 1);
        return ratio > 1 + SPLIT_TOLERANCE || ratio < 1 / (1 + SPLIT_TOLERANCE);
    }

    private boolean isDegraded(SeriesFacts facts, int bar) {
        Optional<OhlcvBar> before =
                bar == 0 || factors[bar] != factors[bar - 1]
                        ? Optional.empty()
                        : Optional.of(bars.get(bar - 1));
        Set<BarFlag> flags = BarFlag.of(bars.get(bar), before, TradingCalendar.nyse());
        return flags.contains(BarFlag.FLAT)
                || flags.contains(BarFlag.RANGE_SPIKE)
                || facts.condition(day(bar)) != DataCondition.AVAILABLE;
    }

    private static int sessionsBetween(LocalDate earlier, LocalDate later) {
        return TradingCalendar.nyse().sessionsBetween(earlier, later);
    }
}
