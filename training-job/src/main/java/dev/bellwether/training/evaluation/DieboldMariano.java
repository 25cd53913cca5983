package dev.bellwether.training.evaluation;

/// One-sided test that a forecast's squared errors are smaller than another's (Diebold and Mariano
/// 1995), with the correction for finite samples of Harvey, Leybourne and Newbold (1997).
public final class DieboldMariano {
    private DieboldMariano() {}

    /// Probability of a difference at least this much in the forecast's favour if there were none;
    /// 1 when the errors do not tell, as when they are the same.
    ///
    /// @param errors of the forecast, in order of time
    /// @param baseline errors of the other one
    /// @param horizon steps ahead: errors fewer steps apart than this may be correlated
    public static double pValue(double[] errors, double[] baseline, int horizon) {
        int n = errors.length;
        double[] gains = new double[n];
        for (int i = 0; i < n; i++) {
            gains[i] = baseline[i] * baseline[i] - errors[i] * errors[i];
        }
        LossDifference gain = LossDifference.of(gains, horizon);
        if (!gain.tellsSomething(horizon)) {
            return 1;
        }
        double h = horizon;
        double correction = Math.sqrt((n + 1 - 2 * h + h * (h - 1) / n) / n);
        return IncompleteBeta.studentTail(correction * gain.ratio(), n - 1.0);
    }
}
