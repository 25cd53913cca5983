package dev.bellwether.training.evaluation;

import dev.bellwether.training.lasso.LinearModel;
import dev.bellwether.training.lasso.Problem;
import dev.bellwether.training.sample.SampleTable;
import java.util.Arrays;

/// Writes down what is forecast, fold by fold, the baselines beside the model.
final class BacktestWriter {
    // RiskMetrics' decay for daily data.
    private static final double WEIGHT_OF_NEWEST = 0.06;

    private final SampleTable samples;
    private final double[] averages;
    private final int[] folds;
    private final int[] times;
    private final double[] outcomes;
    private final double[][] forecasts;
    private final int[] majority;
    private final double[] scales;
    private int size;

    BacktestWriter(SampleTable samples) {
        this.samples = samples;
        int most = samples.size();
        averages = movingAverages(samples);
        folds = new int[most];
        times = new int[most];
        outcomes = new double[most];
        forecasts = new double[Forecaster.values().length][most];
        majority = new int[most];
        scales = new double[most];
    }

    void add(int fold, int from, int to, LinearModel model, Problem problem, int trainedTo) {
        int sign = majoritySign(trainedTo);
        double scale = meanSize(trainedTo);
        for (int i = from; i < to; i++) {
            folds[size] = fold;
            times[size] = samples.bar(i);
            outcomes[size] = samples.target(i);
            forecasts[Forecaster.LASSO.ordinal()][size] =
                    model.forecast(samples.rows(), i * SampleTable.WIDTH);
            forecasts[Forecaster.DRIFT.ordinal()][size] = problem.targetMean();
            forecasts[Forecaster.EWMA.ordinal()][size] = averages[i];
            majority[size] = sign;
            scales[size] = scale;
            size++;
        }
    }

    Backtest finish() {
        return new Backtest(
                Arrays.copyOf(folds, size),
                Arrays.copyOf(times, size),
                Arrays.copyOf(outcomes, size),
                Arrays.stream(forecasts)
                        .map(it -> Arrays.copyOf(it, size))
                        .toArray(double[][]::new),
                Arrays.copyOf(majority, size),
                Arrays.copyOf(scales, size),
                samples.horizon());
    }

    // At each sample, over the outcomes known at its close.
    private static double[] movingAverages(SampleTable samples) {
        double[] averages = new double[samples.size()];
        double average = 0;
        int known = 0;
        for (int i = 0; i < averages.length; i++) {
            while (known < i && samples.bar(known) + samples.horizon() <= samples.bar(i)) {
                average += WEIGHT_OF_NEWEST * (samples.target(known++) - average);
            }
            averages[i] = average;
        }
        return averages;
    }

    private int majoritySign(int trainedTo) {
        int sum = 0;
        for (int i = 0; i < trainedTo; i++) {
            sum += (int) Math.signum(samples.target(i));
        }
        return Integer.signum(sum);
    }

    private double meanSize(int trainedTo) {
        double sum = 0;
        for (int i = 0; i < trainedTo; i++) {
            sum += Math.abs(samples.target(i));
        }
        return sum / trainedTo;
    }
}
