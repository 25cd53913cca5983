package dev.bellwether.training;

import java.util.List;
import java.util.stream.IntStream;

/// Samples prepared for the Lasso: standardised by their own figures.
final class TrainingSet {
    private final Standardisation standardisation;
    private final int[] varying;
    private final double[][] x;
    private final double[] y;
    private final double targetMean;
    private final double targetDeviation;

    private TrainingSet(List<Sample> samples) {
        this.standardisation = Standardisation.of(samples);
        double[] deviations = standardisation.deviations();
        this.varying =
                IntStream.range(0, deviations.length).filter(j -> deviations[j] > 0).toArray();
        double[] targets = samples.stream().mapToDouble(Sample::target).toArray();
        this.targetMean = Statistics.mean(targets);
        this.targetDeviation = Statistics.deviation(targets);
        this.x =
                samples.stream()
                        .map(sample -> varying(standardisation.apply(sample.features())))
                        .toArray(double[][]::new);
        this.y = new double[targets.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = targetDeviation == 0 ? 0 : (targets[i] - targetMean) / targetDeviation;
        }
    }

    static TrainingSet of(List<Sample> samples) {
        return new TrainingSet(samples);
    }

    /// Whether there is anything to explain, and anything to explain it by.
    boolean varies() {
        return targetDeviation > 0 && varying.length > 0;
    }

    /// The smallest penalty under which every coefficient is zero.
    double largestPenalty() {
        double largest = 0;
        for (int j = 0; j < varying.length; j++) {
            double product = 0;
            for (int i = 0; i < y.length; i++) {
                product += x[i][j] * y[i];
            }
            largest = Math.max(largest, Math.abs(product) / y.length);
        }
        return largest;
    }

    LinearForecast fit(LassoFit lasso, double penalty) {
        double[] fitted = lasso.fit(x, y, penalty);
        double[] coefficients = new double[standardisation.means().length];
        for (int j = 0; j < varying.length; j++) {
            coefficients[varying[j]] = fitted[j];
        }
        return new LinearForecast(
                standardisation, targetMean, targetDeviation, coefficients, penalty);
    }

    private double[] varying(double[] features) {
        return IntStream.of(varying).mapToDouble(j -> features[j]).toArray();
    }
}
