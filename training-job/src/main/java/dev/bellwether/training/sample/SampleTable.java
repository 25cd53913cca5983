package dev.bellwether.training.sample;

import dev.bellwether.market.TradingCalendar;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/// A symbol's samples: the features at a close, and the log return over the horizon from there.
///
/// A sample is dropped, and counted, when the window of its features or its target touches a cut of
/// the series (a degraded day, an unexplained jump, a long gap), and when bars are missing between
/// its day and its target.
public final class SampleTable {
    /// Numbers in a row: the features, then the target.
    public static final int WIDTH = Features.NAMES.size() + 1;

    private final PriceSeries series;
    private final int horizon;
    private final int[] bars;
    private final double[] rows;
    private final int dropped;

    private SampleTable(PriceSeries series, int horizon, int[] bars, double[] rows, int dropped) {
        this.series = series;
        this.horizon = horizon;
        this.bars = bars;
        this.rows = rows;
        this.dropped = dropped;
    }

    /// The samples of a series.
    ///
    /// @param horizon sessions ahead
    public static SampleTable of(PriceSeries series, MarketReturns market, int horizon) {
        Features features = Features.of(series, market);
        int most = Math.max(0, series.size() - horizon - Features.BARS_BEFORE);
        int[] bars = new int[most];
        double[] rows = new double[most * WIDTH];
        int count = 0;
        for (int at = Features.BARS_BEFORE; at + horizon < series.size(); at++) {
            int target = at + horizon;
            if (isForeseeable(series, at)
                    && series.areJoined(at, target)
                    && series.sessionsBetween(at, target) == horizon) {
                features.write(at, series.day(target), rows, count * WIDTH);
                rows[count * WIDTH + WIDTH - 1] = Math.log(series.close(target) / series.close(at));
                bars[count++] = at;
            }
        }
        return new SampleTable(
                series,
                horizon,
                Arrays.copyOf(bars, count),
                Arrays.copyOf(rows, count * WIDTH),
                most - count);
    }

    /// These samples with other targets, such as shuffled ones.
    public SampleTable withTargets(double[] targets) {
        double[] changed = rows.clone();
        for (int i = 0; i < bars.length; i++) {
            changed[i * WIDTH + WIDTH - 1] = targets[i];
        }
        return new SampleTable(series, horizon, bars, changed, dropped);
    }

    /// These samples with the features of the sample after each: what a careless join with the
    /// future looks like. The last sample is left out.
    public SampleTable withFeaturesOfTomorrow() {
        int count = Math.max(0, bars.length - 1);
        double[] shifted = new double[count * WIDTH];
        for (int i = 0; i < count; i++) {
            System.arraycopy(rows, (i + 1) * WIDTH, shifted, i * WIDTH, WIDTH - 1);
            shifted[i * WIDTH + WIDTH - 1] = target(i);
        }
        return new SampleTable(series, horizon, Arrays.copyOf(bars, count), shifted, dropped);
    }

    /// The features at the newest close; empty when the series is cut too near to it.
    ///
    /// @param market what was known of the universe by then
    public Optional<double[]> latest(MarketReturns market) {
        return featuresAt(series, market, horizon, series.size() - 1);
    }

    /// The features at the close of a bar, in a row whose target is 0; empty when the series is cut
    /// too near before it.
    public static Optional<double[]> featuresAt(
            PriceSeries series, MarketReturns market, int horizon, int bar) {
        if (bar < 0 || !isForeseeable(series, bar)) {
            return Optional.empty();
        }
        double[] row = new double[WIDTH];
        LocalDate target = TradingCalendar.nyse().plusSessions(series.day(bar), horizon);
        Features.of(series, market).write(bar, target, row, 0);
        return Optional.of(row);
    }

    /// How many samples.
    public int size() {
        return bars.length;
    }

    /// How many samples were dropped.
    public int dropped() {
        return dropped;
    }

    /// Features and targets, row after row; not to be changed.
    public double[] rows() {
        return rows;
    }

    /// A sample's features and target.
    public double[] row(int sample) {
        return Arrays.copyOfRange(rows, sample * WIDTH, (sample + 1) * WIDTH);
    }

    /// The log return that came of a sample.
    public double target(int sample) {
        return rows[sample * WIDTH + WIDTH - 1];
    }

    /// All of them, in order of time.
    public double[] targets() {
        double[] targets = new double[bars.length];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = target(i);
        }
        return targets;
    }

    /// The day at whose close a sample's features were known.
    public LocalDate day(int sample) {
        return series.day(bars[sample]);
    }

    /// How many bars of the series lie before a sample's.
    public int bar(int sample) {
        return bars[sample];
    }

    /// How many sessions ahead the targets are.
    public int horizon() {
        return horizon;
    }

    /// The first sample whose day is not before that day; the number of samples if there is none.
    public int firstFrom(LocalDate day) {
        int first = 0;
        while (first < bars.length && day(first).isBefore(day)) {
            first++;
        }
        return first;
    }

    /// The first bar whose day is not before that day.
    public int firstBarFrom(LocalDate day) {
        int first = 0;
        while (first < series.size() && series.day(first).isBefore(day)) {
            first++;
        }
        return first;
    }

    private static boolean isForeseeable(PriceSeries series, int bar) {
        return bar - series.segmentStart(bar) >= Features.BARS_BEFORE;
    }
}
