package dev.bellwether.training.lasso;

/// Fits a Lasso: the coefficients w that make (1/2n) |y - Xw|² + penalty |w|₁ least.
@FunctionalInterface
public interface LassoFit {
    /// Throws [UncertainFitException] when the solution cannot be shown to be one.
    ///
    /// @param x one row a sample; each column has mean 0 and standard deviation 1
    /// @param y mean 0
    /// @param penalty at least 0
    double[] fit(double[][] x, double[] y, double penalty);
}
