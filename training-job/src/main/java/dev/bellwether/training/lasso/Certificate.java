package dev.bellwether.training.lasso;

/// How far a fit can be from the least value.
///
/// @param gap duality gap over the value of the objective: the share by which it is too large, at
///   most
/// @param kktResidual by how much, at most, a product of a column with the residual misses what the
///   conditions of Karush, Kuhn and Tucker ask for
public record Certificate(double gap, double kktResidual) {
    /// Of a fit that has nothing to fit.
    public static final Certificate EXACT = new Certificate(0, 0);

    /// The worse of both, figure by figure.
    public Certificate worst(Certificate other) {
        return new Certificate(Math.max(gap, other.gap), Math.max(kktResidual, other.kktResidual));
    }

    // The gradient is c - Gw. Any feasible dual point bounds the least value from below; the
    // residual, scaled until its products with the columns are within the penalty, is one.
    static Certificate of(
            double[] correlations, double[] gradient, double[] coefficients, double penalty) {
        double norm = 0;
        double explained = 0;
        double unexplained = 0;
        double largest = 0;
        double residual = 0;
        for (int j = 0; j < coefficients.length; j++) {
            double w = coefficients[j];
            norm += Math.abs(w);
            explained += correlations[j] * w;
            unexplained += gradient[j] * w;
            largest = Math.max(largest, Math.abs(gradient[j]));
            residual =
                    Math.max(
                            residual,
                            w == 0
                                    ? Math.abs(gradient[j]) - penalty
                                    : Math.abs(gradient[j] - penalty * Math.signum(w)));
        }
        double squares = Math.max(0, 1 - explained - unexplained);
        double scale = largest > penalty ? penalty / largest : 1;
        double primal = squares / 2 + penalty * norm;
        double dual = scale * (1 - explained) - scale * scale * squares / 2;
        double gap = primal <= 0 ? 0 : Math.max(0, primal - dual) / primal;
        return new Certificate(gap, Math.max(0, residual));
    }
}
