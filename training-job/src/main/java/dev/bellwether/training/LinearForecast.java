package dev.bellwether.training;

import java.util.List;

/// A fitted model: the forecast log return is linear in the standardised features.
///
/// @param standardisation of the samples it was fitted to
/// @param targetMean mean log return of those samples, the forecast of average features
/// @param targetDeviation standard deviation of those log returns
/// @param coefficients of the standardised features, in standard deviations of the target
/// @param penalty the Lasso's, for a target of standard deviation 1
record LinearForecast(
        Standardisation standardisation,
        double targetMean,
        double targetDeviation,
        double[] coefficients,
        double penalty) {

    /// The forecast log return.
    double of(double[] features) {
        double[] standardised = standardisation.apply(features);
        double sum = 0;
        for (int j = 0; j < standardised.length; j++) {
            sum += coefficients[j] * standardised[j];
        }
        return targetMean + targetDeviation * sum;
    }

    /// What the samples' targets are above their forecasts.
    double[] errors(List<Sample> samples) {
        return samples.stream()
                .mapToDouble(sample -> sample.target() - of(sample.features()))
                .toArray();
    }
}
