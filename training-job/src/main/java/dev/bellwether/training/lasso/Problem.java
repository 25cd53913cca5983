package dev.bellwether.training.lasso;

import java.util.Arrays;

/// A Lasso's problem in standard deviations: make 1/2 w'Gw - c'w + 1/2 + penalty |w|₁ least, which
/// is (1/2n) |y - Xw|² + penalty |w|₁ with every column of X, and y, of mean 0 and standard
/// deviation 1.
///
/// Standardisation is by the figures of these samples alone (population standard deviation).
public final class Problem {
    // Relative to the mean: below it, what varies is rounding.
    private static final double CONSTANT = 1e-12;

    // Of a column's variance, what the columns before it leave unexplained. Below, it is a copy or
    // a sum of them: its coefficient would be no one's, and it is left out.
    private static final double REDUNDANT = 1e-6;

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
        leaveOutRedundant();
    }

    // Cholesky's factors, column by column.
    private void leaveOutRedundant() {
        double[] factor = new double[features * features];
        for (int i = 0; i < features; i++) {
            double left = deviations[i] == 0 ? 0 : 1;
            for (int j = 0; j < i && left > 0; j++) {
                double value = gram[i * features + j];
                for (int k = 0; k < j; k++) {
                    value -= factor[i * features + k] * factor[j * features + k];
                }
                double pivot = factor[j * features + j];
                value = pivot == 0 ? 0 : value / pivot;
                factor[i * features + j] = value;
                left -= value * value;
            }
            if (left < REDUNDANT) {
                leaveOut(i);
                Arrays.fill(factor, i * features, i * features + i, 0);
            } else {
                factor[i * features + i] = Math.sqrt(left);
            }
        }
    }

    private void leaveOut(int feature) {
        deviations[feature] = 0;
        correlations[feature] = 0;
        for (int k = 0; k < features; k++) {
            if (k != feature) {
                gram[feature * features + k] = 0;
                gram[k * features + feature] = 0;
            }
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

    /// Standard deviation of a feature; 0 of one that is left out, since it does not vary or is
    /// made of the features before it.
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
