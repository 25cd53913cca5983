package dev.bellwether.training;

import java.util.List;

/// How features are brought to mean 0 and standard deviation 1: by figures of the samples that a
/// model is fitted to, never of those that it is judged by.
///
/// @param means of each feature
/// @param deviations standard deviation of each feature; 0 for one that does not vary, which is
///   left out of the model
record Standardisation(double[] means, double[] deviations) {
    // Relative to the mean: below it, what varies is rounding.
    private static final double CONSTANT = 1e-12;

    static Standardisation of(List<Sample> samples) {
        int count = Features.NAMES.size();
        double[] means = new double[count];
        double[] deviations = new double[count];
        for (int j = 0; j < count; j++) {
            int feature = j;
            double[] column =
                    samples.stream().mapToDouble(sample -> sample.features()[feature]).toArray();
            means[j] = Statistics.mean(column);
            double deviation = Statistics.deviation(column);
            deviations[j] = deviation <= CONSTANT * (1 + Math.abs(means[j])) ? 0 : deviation;
        }
        return new Standardisation(means, deviations);
    }

    /// The standardised features; 0 for one that does not vary.
    double[] apply(double[] features) {
        double[] standardised = new double[features.length];
        for (int j = 0; j < features.length; j++) {
            standardised[j] = deviations[j] == 0 ? 0 : (features[j] - means[j]) / deviations[j];
        }
        return standardised;
    }
}
