package dev.bellwether.market.study;

import dev.bellwether.market.ClosedBar;
import dev.bellwether.market.SeriesFacts;
import dev.bellwether.market.Split;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.Timeframe;
import dev.bellwether.market.TradingCalendar;
import dev.bellwether.market.rule.BarScreen;
import dev.bellwether.market.rule.BarScreen.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The bars of a symbol that can be trusted, in today's money, with how restless each time was.
final class StudySeries {
    /// Restlessness is in thirds: calm, usual, restless.
    private static final int BUCKETS = 3;

    /// It is the deviation of the last so many changes.
    private static final int CHANGES = 20;

    private static final int UNKNOWN = -1;

    private final Symbol symbol;
    private final List<ClosedBar> bars = new ArrayList<>();
    private final Map<Instant, Integer> indices = new HashMap<>();

    /// How many jumps without a known split there were up to and with each bar.
    private final List<Integer> jumps = new ArrayList<>();

    private final double[] opens;
    private final double[] closes;
    private final int[] buckets;

    StudySeries(
            Symbol symbol,
            List<ClosedBar> ascending,
            SeriesFacts facts,
            Timeframe timeframe,
            TradingCalendar calendar) {
        this.symbol = symbol;
        keepUsable(ascending, new BarScreen(calendar, timeframe, facts));
        this.opens = new double[bars.size()];
        this.closes = new double[bars.size()];
        restate(facts);
        this.buckets = buckets();
    }

    private void keepUsable(List<ClosedBar> ascending, BarScreen screen) {
        Optional<ClosedBar> previous = Optional.empty();
        int jumped = 0;
        for (ClosedBar bar : ascending) {
            Verdict verdict = screen.judge(previous, bar);
            if (verdict instanceof Verdict.Unusable) {
                continue;
            }
            jumped += verdict instanceof Verdict.Break ? 1 : 0;
            indices.put(bar.start(), bars.size());
            bars.add(bar);
            jumps.add(jumped);
            previous = Optional.of(bar);
        }
    }

    private void restate(SeriesFacts facts) {
        double factor = 1;
        for (int i = bars.size() - 1; i >= 0; i--) {
            ClosedBar bar = bars.get(i);
            opens[i] = bar.open().doubleValue() * factor;
            closes[i] = bar.close().doubleValue() * factor;
            if (i > 0) {
                for (Split split :
                        facts.splitsBetween(bars.get(i - 1).tradingDay(), bar.tradingDay())) {
                    factor *= (double) split.oldShares() / split.newShares();
                }
            }
        }
    }

    private int[] buckets() {
        double[] restlessness = new double[closes.length];
        for (int i = CHANGES; i < closes.length; i++) {
            double squares = 0;
            for (int k = i - CHANGES + 1; k <= i; k++) {
                double change = Math.log(closes[k] / closes[k - 1]);
                squares += change * change;
            }
            restlessness[i] = Math.sqrt(squares / CHANGES);
        }
        double[] sorted =
                closes.length <= CHANGES
                        ? new double[0]
                        : Arrays.copyOfRange(restlessness, CHANGES, closes.length);
        Arrays.sort(sorted);
        int[] of = new int[closes.length];
        for (int i = 0; i < of.length; i++) {
            of[i] = i < CHANGES ? UNKNOWN : bucket(restlessness[i], sorted);
        }
        return of;
    }

    private static int bucket(double restlessness, double[] sorted) {
        int bucket = 0;
        while (bucket < BUCKETS - 1
                && restlessness > sorted[(bucket + 1) * sorted.length / BUCKETS]) {
            bucket++;
        }
        return bucket;
    }

    Symbol symbol() {
        return symbol;
    }

    int size() {
        return bars.size();
    }

    LocalDate day(int index) {
        return bars.get(index).tradingDay();
    }

    int year(int index) {
        return day(index).getYear();
    }

    int bucket(int index) {
        return buckets[index];
    }

    Optional<Integer> find(ClosedBar bar) {
        return Optional.ofNullable(indices.get(bar.start()));
    }

    /// Whether so many bars follow, without a jump that would pass for a return.
    boolean hasForward(int index, int horizon) {
        return index >= 0
                && index + horizon < bars.size()
                && jumps.get(index + horizon).equals(jumps.get(index));
    }

    /// Logarithm of the price after so many bars over the next bar's open, at which one can buy.
    double forward(int index, int horizon) {
        return Math.log(closes[index + horizon] / opens[index + 1]);
    }
}
