package dev.bellwether.training.evaluation;

/// Mean of a series, and the variance of that mean when values fewer than `horizon` steps apart may
/// be correlated.
record LossDifference(int count, double mean, double varianceOfMean) {
    static LossDifference of(double[] values, int horizon) {
        double mean = Statistics.mean(values);
        double variance = autocovariance(values, mean, 0);
        for (int lag = 1; lag < horizon; lag++) {
            variance += 2 * autocovariance(values, mean, lag);
        }
        return new LossDifference(values.length, mean, variance / values.length);
    }

    boolean tellsSomething(int horizon) {
        return count > horizon && varianceOfMean > 0;
    }

    double ratio() {
        return mean / Math.sqrt(varianceOfMean);
    }

    private static double autocovariance(double[] values, double mean, int lag) {
        double sum = 0;
        for (int i = lag; i < values.length; i++) {
            sum += (values[i] - mean) * (values[i - lag] - mean);
        }
        return sum / values.length;
    }
}
