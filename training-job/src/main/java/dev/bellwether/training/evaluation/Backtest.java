package dev.bellwether.training.evaluation;

import java.util.Arrays;
import java.util.List;

/// What each forecaster said, fold by fold, of samples that it had not been trained on.
///
/// @param folds which of the judging folds, from 0, a forecast is in; in order of time
/// @param times the bar at whose close each was made
/// @param outcomes the log returns that came
/// @param forecasts by forecaster, then forecast
/// @param majority the sign most outcomes had among the samples trained on
/// @param scales mean size of the returns trained on
/// @param horizon sessions ahead
public record Backtest(
        int[] folds,
        int[] times,
        double[] outcomes,
        double[][] forecasts,
        int[] majority,
        double[] scales,
        int horizon) {

    /// How many forecasts.
    public int size() {
        return folds.length;
    }

    /// Outcome minus forecast, in order of time.
    public double[] errors(Forecaster forecaster) {
        double[] errors = outcomes.clone();
        double[] said = forecasts[forecaster.ordinal()];
        for (int i = 0; i < errors.length; i++) {
            errors[i] -= said[i];
        }
        return errors;
    }

    /// In how many folds there are forecasts.
    public int judgedFolds() {
        return (int) Arrays.stream(folds).distinct().count();
    }

    /// In how many folds the Lasso's squared error is smaller than each of these baselines'.
    public int foldsBetterThan(List<Forecaster> baselines) {
        boolean[] better = new boolean[folds.length == 0 ? 0 : folds[folds.length - 1] + 1];
        Arrays.fill(better, true);
        for (Forecaster baseline : baselines) {
            double[] gains = gains(baseline, better.length);
            for (int fold = 0; fold < better.length; fold++) {
                better[fold] &= gains[fold] > 0;
            }
        }
        int count = 0;
        for (boolean fold : better) {
            count += fold ? 1 : 0;
        }
        return count;
    }

    private double[] gains(Forecaster baseline, int count) {
        double[] gains = new double[count];
        double[] own = errors(Forecaster.LASSO);
        double[] other = errors(baseline);
        for (int i = 0; i < own.length; i++) {
            gains[folds[i]] += other[i] * other[i] - own[i] * own[i];
        }
        return gains;
    }

    /// Mean absolute error over the mean size of the returns trained on (Hyndman and Koehler 2006):
    /// 1 is what the random walk had there.
    public double scaledError() {
        double[] errors = errors(Forecaster.LASSO);
        double scale = 0;
        double size = 0;
        for (int i = 0; i < errors.length; i++) {
            size += Math.abs(errors[i]);
            scale += scales[i];
        }
        return scale == 0 ? 0 : size / scale;
    }

    /// How often the Lasso had the sign of the return right; returns and forecasts of zero are left
    /// out.
    public Proportion direction() {
        int hits = 0;
        int trials = 0;
        double[] said = forecasts[Forecaster.LASSO.ordinal()];
        for (int i = 0; i < outcomes.length; i++) {
            double agreement = Math.signum(said[i]) * Math.signum(outcomes[i]);
            trials += agreement == 0 ? 0 : 1;
            hits += agreement > 0 ? 1 : 0;
        }
        return new Proportion(hits, trials);
    }

    /// How often the majority's sign was right.
    public Proportion majorityDirection() {
        int hits = 0;
        int trials = 0;
        for (int i = 0; i < outcomes.length; i++) {
            double agreement = majority[i] * Math.signum(outcomes[i]);
            trials += agreement == 0 ? 0 : 1;
            hits += agreement > 0 ? 1 : 0;
        }
        return new Proportion(hits, trials);
    }
}
