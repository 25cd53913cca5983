package dev.bellwether.training.sample;

/// Indicators of the bars, as numbers: those of package `market.indicator`, which a test holds them
/// against, at a hundredth of the time. Each begins anew where the series is cut.
final class Indicators {
    static final int RSI = 14;
    static final int FAST = 12;
    static final int SLOW = 26;
    static final int SIGNAL = 9;

    final double[] rsi;
    final double[] macd;
    final double[] histogram;

    private final PriceSeries series;

    private Indicators(PriceSeries series) {
        this.series = series;
        rsi = new double[series.size()];
        macd = new double[series.size()];
        histogram = new double[series.size()];
        double[] fast = exponential(FAST);
        double[] slow = exponential(SLOW);
        for (int i = 0; i < macd.length; i++) {
            macd[i] = fast[i] - slow[i];
        }
        fillHistogram();
        fillRsi();
    }

    static Indicators of(PriceSeries series) {
        return new Indicators(series);
    }

    private double[] exponential(int count) {
        double[] averages = new double[series.size()];
        double average = 0;
        for (int i = 0; i < averages.length; i++) {
            average = next(average, series.close(i), i - series.segmentStart(i), count);
            averages[i] = average;
        }
        return averages;
    }

    // The mean of the first `count` numbers, then 2 / (count + 1) of the way to each.
    private static double next(double average, double number, int before, int count) {
        return before < count
                ? ((before == 0 ? 0 : average * before) + number) / (before + 1)
                : average + 2.0 / (count + 1) * (number - average);
    }

    private void fillHistogram() {
        double signal = 0;
        for (int i = 0; i < macd.length; i++) {
            int since = i - series.segmentStart(i) - (SLOW - 1);
            if (since >= 0) {
                signal = next(signal, macd[i], since, SIGNAL);
                histogram[i] = macd[i] - signal;
            }
        }
    }

    // Wilder's averages of gains and losses.
    private void fillRsi() {
        double gain = 0;
        double loss = 0;
        for (int i = 0; i < rsi.length; i++) {
            int changes = i - series.segmentStart(i);
            if (changes == 0) {
                continue;
            }
            double change = series.close(i) - series.close(i - 1);
            int weight = Math.min(changes, RSI);
            gain = ((changes == 1 ? 0 : gain * (weight - 1)) + Math.max(0, change)) / weight;
            loss = ((changes == 1 ? 0 : loss * (weight - 1)) + Math.max(0, -change)) / weight;
            rsi[i] = gain + loss == 0 ? 50 : 100 * gain / (gain + loss);
        }
    }
}
