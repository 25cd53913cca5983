package dev.bellwether.training.evaluation;

import dev.bellwether.training.lasso.Certificate;
import dev.bellwether.training.lasso.LassoPath;
import dev.bellwether.training.lasso.LinearModel;
import dev.bellwether.training.lasso.Moments;
import dev.bellwether.training.lasso.PathSolver;
import dev.bellwether.training.lasso.Problem;
import dev.bellwether.training.sample.Features;
import dev.bellwether.training.sample.FoldDays;
import dev.bellwether.training.sample.SampleTable;
import java.time.LocalDate;

/// An expanding walk forward through time, in the same folds for every symbol: train on all that
/// lies before a fold, forecast the fold, go on.
///
/// Between the samples trained on and the fold lie the sessions of the horizon, whose outcomes were
/// not known (purge), and those of the longest feature window besides (embargo). Scales are of the
/// samples trained on. The penalty of a fold is the one that forecast the folds before it best.
public final class WalkForward {
    /// Samples that are trained on at least.
    public static final int LEAST_TRAINED = 60;

    private static final int FIRST_JUDGING = FoldDays.COUNT - FoldDays.JUDGING;

    private final SampleTable samples;
    private final FoldDays days;
    private final double[] shares = PathSolver.shares();
    private final double[] squaredErrors = new double[shares.length];
    private final BacktestWriter backtest;
    private final double[] origin;
    private Moments trained;
    private int trainedTo;
    private long validated;
    private Certificate worst = Certificate.EXACT;

    private WalkForward(SampleTable samples, FoldDays days) {
        this.samples = samples;
        this.days = days;
        this.backtest = new BacktestWriter(samples);
        this.origin = samples.row(0);
        this.trained = Moments.none(origin);
    }

    /// What a walk found.
    ///
    /// @param share of the largest penalty that forecast all folds best; 1 if no fold could be
    ///   forecast
    /// @param all the problem of all samples
    /// @param worst the worst of all fits' certificates
    public record Result(Backtest backtest, double share, Problem all, Certificate worst) {}

    /// Walks. Throws [dev.bellwether.training.lasso.UncertainFitException] when a fit is none.
    ///
    /// @param samples at least one
    public static Result over(SampleTable samples, FoldDays days) {
        return new WalkForward(samples, days).walk();
    }

    private Result walk() {
        for (int fold = 0; fold < FoldDays.COUNT; fold++) {
            LocalDate start = days.starts().get(fold);
            int from = samples.firstFrom(start);
            int to =
                    fold + 1 < FoldDays.COUNT
                            ? samples.firstFrom(days.starts().get(fold + 1))
                            : samples.size();
            trainUpTo(lastTrained(samples.firstBarFrom(start)));
            if (from < to && trained.count() >= LEAST_TRAINED) {
                forecast(fold, from, to);
            }
        }
        trainUpTo(samples.size());
        return new Result(
                backtest.finish(), validated == 0 ? 1 : shares[best()], Problem.of(trained), worst);
    }

    private void forecast(int fold, int from, int to) {
        Problem problem = Problem.of(trained);
        LassoPath path = PathSolver.solve(problem, shares);
        worst = worst.worst(path.worst());
        if (fold >= FIRST_JUDGING && validated > 0) {
            LinearModel model = LinearModel.of(problem, path.coefficients()[best()]);
            backtest.add(fold - FIRST_JUDGING, from, to, model, problem, trainedTo);
        }
        double[] errors = path.meanSquaredErrors(Moments.of(origin, samples.rows(), from, to));
        for (int i = 0; i < errors.length; i++) {
            squaredErrors[i] += errors[i] * (to - from);
        }
        validated += to - from;
    }

    // Of equals the larger penalty, which comes first.
    private int best() {
        int best = 0;
        for (int i = 1; i < squaredErrors.length; i++) {
            if (squaredErrors[i] < squaredErrors[best]) {
                best = i;
            }
        }
        return best;
    }

    private void trainUpTo(int sample) {
        if (sample > trainedTo) {
            trained = trained.plus(Moments.of(origin, samples.rows(), trainedTo, sample));
            trainedTo = sample;
        }
    }

    // The sample after the last whose outcome was known a feature window before the fold.
    private int lastTrained(int firstBar) {
        int newest = firstBar - samples.horizon() - Features.BARS_BEFORE;
        int end = trainedTo;
        while (end < samples.size() && samples.bar(end) <= newest) {
            end++;
        }
        return end;
    }
}
