package dev.bellwether.training.lasso;

import java.util.stream.IntStream;
import org.bytedeco.openblas.global.openblas;
import smile.data.DataFrame;
import smile.data.formula.Formula;
import smile.regression.LASSO;

/// Smile's interior-point Lasso, with its answer checked.
///
/// Smile makes |y - Xw|² + lambda |w|₁ least, so lambda is 2n times the penalty. Its default
/// tolerance stops too early without saying so: the tolerance is tight here, and every answer is
/// certified by its duality gap. It never reaches zero exactly: what is below a millionth of a
/// standard deviation is meant to be zero.
public final class SmileLasso implements LassoFit {
    private static final double TOLERANCE = 1e-11;
    private static final int MOST_ITERATIONS = 500;
    private static final double ZERO = 1e-6;
    private static final double LARGEST_RELATIVE_GAP = 1e-9;
    private static final String TARGET = "target";

    @Override
    public double[] fit(double[][] x, double[] y, double penalty) {
        // One thread gives the same sums in every run, and the matrices are too small to share.
        openblas.blas_set_num_threads(1);
        double lambda = 2 * x.length * penalty;
        double[] coefficients =
                LASSO.fit(Formula.lhs(TARGET), table(x, y), lambda, TOLERANCE, MOST_ITERATIONS)
                        .coefficients();
        double gap = relativeGap(x, y, coefficients, lambda);
        if (!(gap <= LARGEST_RELATIVE_GAP)) {
            throw new UncertainFitException(gap);
        }
        for (int j = 0; j < coefficients.length; j++) {
            coefficients[j] = Math.abs(coefficients[j]) < ZERO ? 0 : coefficients[j];
        }
        return coefficients;
    }

    private static DataFrame table(double[][] x, double[] y) {
        int features = x[0].length;
        double[][] rows = new double[x.length][features + 1];
        for (int i = 0; i < x.length; i++) {
            System.arraycopy(x[i], 0, rows[i], 0, features);
            rows[i][features] = y[i];
        }
        String[] names =
                IntStream.rangeClosed(0, features)
                        .mapToObj(j -> j == features ? TARGET : "x" + j)
                        .toArray(String[]::new);
        return DataFrame.of(rows, names);
    }

    // Any feasible dual point bounds the least value from below; the residual, scaled until its
    // products with the columns are within lambda, is one.
    static double relativeGap(double[][] x, double[] y, double[] coefficients, double lambda) {
        double[] residual = y.clone();
        double norm = 0;
        for (int i = 0; i < y.length; i++) {
            for (int j = 0; j < coefficients.length; j++) {
                residual[i] -= x[i][j] * coefficients[j];
            }
        }
        double largest = 0;
        for (int j = 0; j < coefficients.length; j++) {
            double product = 0;
            for (int i = 0; i < y.length; i++) {
                product += x[i][j] * residual[i];
            }
            largest = Math.max(largest, Math.abs(2 * product));
            norm += Math.abs(coefficients[j]);
        }
        double scale = largest > lambda ? lambda / largest : 1;
        double squares = 0;
        double dual = 0;
        for (int i = 0; i < y.length; i++) {
            squares += residual[i] * residual[i];
            dual += 2 * scale * residual[i] * y[i] - scale * scale * residual[i] * residual[i];
        }
        double primal = squares + lambda * norm;
        return primal == 0 ? 0 : (primal - dual) / primal;
    }
}
