package dev.bellwether.training.evaluation;

import smile.stat.distribution.GaussianDistribution;

/// One-sided test that a larger model knows something a smaller one nested in it does not (Clark
/// and West 2007): squared errors, corrected for the noise of coefficients that are truly zero. It
/// stands beside the verdict and is no part of it: a model can know something and forecast worse.
public final class ClarkWest {
    private ClarkWest() {}

    /// Probability of a difference at least this much if there were none; 1 when nothing differs.
    ///
    /// @param errors of the larger model, in order of time
    /// @param baseline errors of the smaller one
    /// @param horizon steps ahead
    public static double pValue(double[] errors, double[] baseline, int horizon) {
        double[] gains = new double[errors.length];
        for (int i = 0; i < gains.length; i++) {
            double apart = baseline[i] - errors[i];
            gains[i] = baseline[i] * baseline[i] - (errors[i] * errors[i] - apart * apart);
        }
        LossDifference gain = LossDifference.of(gains, horizon);
        return gain.tellsSomething(horizon)
                ? 1 - GaussianDistribution.getInstance().cdf(gain.ratio())
                : 1;
    }
}
