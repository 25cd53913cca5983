package dev.bellwether.training.lasso;

/// A Lasso's problem in standard deviations: make 1/2 w'Gw - c'w + 1/2 + penalty |w|₁ least, which
/// is (1/2n) |y - Xw|² + penalty |w|₁ with every column of X, and y, of mean 0 and standard
/// deviation 1.
///
/// Standardisation is by the figures of these samples alone (population standard deviation).
public final class Problem {
    // Relative to the mean: below it, what varies is rounding.
    private static final double CONSTANT = 1e-12;

    private final int features;
    private final double[] means;
    private final double[] deviations;
    private final double[] gram;
    private final double[] correlations;

    private Problem(Moments moments) {
        features = moments.width() - 1;
        means = new double[features + 1];
        deviations = new double[features + 1];
        for (int j = 0; j <= features; j++) {
            double mean = moments.mean(j);
            double variance = moments.meanProduct(j, j) - mean * mean;
            double deviation = Math.sqrt(Math.max(0, variance));
            means[j] = moments.origin(j) + mean;
            deviations[j] = deviation <= CONSTANT * (1 + Math.abs(means[j])) ? 0 : deviation;
        }
        gram = new double[features * features];
        correlations = new double[features];
        for (int j = 0; j < features; j++) {
            for (int k = 0; k < features; k++) {
                gram[j * features + k] = j == k ? 1 : correlation(moments, j, k);
            }
            correlations[j] = correlation(moments, j, features);
        }
    }

    /// The problem of these samples.
    public static Problem of(Moments moments) {
        return new Problem(moments);
    }

    private double correlation(Moments moments, int one, int other) {
        double scale = deviations[one] * deviations[other];
        double product = moments.meanProduct(one, other) - moments.mean(one) * moments.mean(other);
        // A column that does not vary explains nothing: it is left at zero.
        return scale == 0 ? 0 : product / scale;
    }

    /// The smallest penalty under which every coefficient is zero; 0 when nothing varies.
    public double largestPenalty() {
        double largest = 0;
        for (double correlation : correlations) {
            largest = Math.max(largest, Math.abs(correlation));
        }
        return largest;
    }

    /// How many features.
    public int features() {
        return features;
    }

    /// Mean of the target.
    public double targetMean() {
        return means[features];
    }

    /// Standard deviation of the target.
    public double targetDeviation() {
        return deviations[features];
    }

    /// Mean of a feature.
    public double mean(int feature) {
        return means[feature];
    }

    /// Standard deviation of a feature; 0 of one that does not vary.
    public double deviation(int feature) {
        return deviations[feature];
    }

    double[] gram() {
        return gram;
    }

    double[] correlations() {
        return correlations;
    }
}
