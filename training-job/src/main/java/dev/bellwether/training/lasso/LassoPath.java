package dev.bellwether.training.lasso;

import java.util.List;

/// The Lasso's solutions for falling penalties.
///
/// @param penalties largest first
/// @param coefficients one row a penalty, in standard deviations; exactly zero where a feature is
///   left out
/// @param certificates one a penalty
/// @param shape what the penalties are shares of, and the scales
public record LassoPath(
        double[] penalties,
        double[][] coefficients,
        List<Certificate> certificates,
        Problem shape) {
    public LassoPath {
        certificates = List.copyOf(certificates);
    }

    /// The mean squared error of each penalty's model on other samples, in the target's unit.
    public double[] meanSquaredErrors(Moments others) {
        double[] errors = new double[penalties.length];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = LinearModel.of(shape, coefficients[i]).meanSquaredError(others);
        }
        return errors;
    }

    /// The worst of all fits' certificates.
    public Certificate worst() {
        return certificates.stream().reduce(Certificate.EXACT, Certificate::worst);
    }
}
