package dev.bellwether.training;

import smile.stat.distribution.TDistribution;

/// One-sided test that a forecast's squared errors are smaller than another's (Diebold and Mariano
/// 1995), with the correction for finite samples of Harvey, Leybourne and Newbold (1997).
final class DieboldMariano {
    private DieboldMariano() {}

    /// Probability of a difference at least this much in the forecast's favour if there were none;
    /// 1 when the errors do not tell.
    ///
    /// @param errors of the forecast, in order of time
    /// @param naiveErrors of the other one
    /// @param horizon steps ahead: errors fewer steps apart than this may be correlated
    static double pValue(double[] errors, double[] naiveErrors, int horizon) {
        int n = errors.length;
        double[] gains = new double[n];
        for (int i = 0; i < n; i++) {
            gains[i] = naiveErrors[i] * naiveErrors[i] - errors[i] * errors[i];
        }
        double mean = Statistics.mean(gains);
        double variance = autocovariance(gains, mean, 0);
        for (int lag = 1; lag < horizon; lag++) {
            variance += 2 * autocovariance(gains, mean, lag);
        }
        if (n <= horizon || !(variance > 0)) {
            return 1;
        }
        double h = horizon;
        double correction = Math.sqrt((n + 1 - 2 * h + h * (h - 1) / n) / n);
        return 1 - new TDistribution(n - 1).cdf(correction * mean / Math.sqrt(variance / n));
    }

    private static double autocovariance(double[] values, double mean, int lag) {
        double sum = 0;
        for (int i = lag; i < values.length; i++) {
            sum += (values[i] - mean) * (values[i - lag] - mean);
        }
        return sum / values.length;
    }
}
