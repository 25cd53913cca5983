package dev.bellwether.training.lasso;

import java.util.stream.IntStream;

/// A model that is linear in the features as they are.
///
/// @param intercept forecast where the used features are zero
/// @param used which features have a weight
/// @param weights one each
public record LinearModel(double intercept, int[] used, double[] weights) {

    /// Brings coefficients in standard deviations back to the features' own units.
    public static LinearModel of(Problem problem, double[] coefficients) {
        int[] used =
                IntStream.range(0, coefficients.length)
                        .filter(j -> coefficients[j] != 0 && problem.deviation(j) > 0)
                        .toArray();
        double[] weights = new double[used.length];
        double intercept = problem.targetMean();
        for (int i = 0; i < used.length; i++) {
            weights[i] =
                    coefficients[used[i]] * problem.targetDeviation() / problem.deviation(used[i]);
            intercept -= weights[i] * problem.mean(used[i]);
        }
        return new LinearModel(intercept, used, weights);
    }

    /// The forecast for the features that start there.
    public double forecast(double[] rows, int start) {
        double sum = intercept;
        for (int i = 0; i < used.length; i++) {
            sum += weights[i] * rows[start + used[i]];
        }
        return sum;
    }

    // By the samples' moments alone: the square of target - intercept - weights'features.
    double meanSquaredError(Moments samples) {
        int target = samples.width() - 1;
        double offset = samples.origin(target) - intercept;
        for (int i = 0; i < used.length; i++) {
            offset -= weights[i] * samples.origin(used[i]);
        }
        double mean = samples.mean(target);
        double squares = samples.meanProduct(target, target);
        for (int i = 0; i < used.length; i++) {
            double inner = -2 * samples.meanProduct(used[i], target);
            for (int k = 0; k < used.length; k++) {
                inner += weights[k] * samples.meanProduct(used[i], used[k]);
            }
            squares += weights[i] * inner;
            mean -= weights[i] * samples.mean(used[i]);
        }
        return squares + 2 * offset * mean + offset * offset;
    }
}
