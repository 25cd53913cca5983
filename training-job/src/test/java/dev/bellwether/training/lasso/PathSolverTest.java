package dev.bellwether.training.lasso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PathSolverTest {
    private static final int ROWS = 400;

    @Test
    void ofOneFeatureTheSolutionIsTheSoftThreshold() {
        double[][] x = columns(1, 3);
        double[] y = target(x, 5);
        Problem problem = problem(x, y);

        LassoPath path = PathSolver.solve(problem, new double[] {1, 0.5, 0.1});

        // Of standardised columns the correlation less the penalty.
        double correlation = problem.largestPenalty();
        assertThat(path.coefficients()[0][0]).isZero();
        assertThat(Math.abs(path.coefficients()[1][0])).isCloseTo(correlation * 0.5, within(1e-12));
        assertThat(Math.abs(path.coefficients()[2][0])).isCloseTo(correlation * 0.9, within(1e-12));
    }

    @Test
    void everySolutionOfAPathMeetsTheConditionsOfOptimality() {
        double[][] x = columns(12, 17);
        double[] y = target(x, 19);
        Problem problem = problem(x, y);

        LassoPath path = PathSolver.solve(problem, PathSolver.shares());

        for (int i = 0; i < path.penalties().length; i++) {
            assertThat(violation(x, y, problem, path.coefficients()[i], path.penalties()[i]))
                    .isLessThan(1e-10);
        }
        assertThat(path.worst().gap()).isLessThan(1e-10);
    }

    @Test
    void aConstantAndARepeatedColumnAreLeftAtZero() {
        double[][] x = columns(4, 23);
        for (double[] row : x) {
            row[1] = 7;
            row[3] = 2 * row[0] - 1;
        }

        LassoPath path = PathSolver.solve(problem(x, target(x, 29)), PathSolver.shares());

        for (double[] coefficients : path.coefficients()) {
            assertThat(coefficients[1]).isZero();
            assertThat(coefficients[3]).isZero();
        }
        assertThat(path.coefficients()[PathSolver.PENALTIES - 1][0]).isNotZero();
    }

    // Conditions of Karush, Kuhn and Tucker, out of the samples and not their covariances.
    private static double violation(
            double[][] x, double[] y, Problem problem, double[] coefficients, double penalty) {
        double[] products = new double[coefficients.length];
        for (int i = 0; i < y.length; i++) {
            double residual = (y[i] - problem.targetMean()) / problem.targetDeviation();
            for (int j = 0; j < coefficients.length; j++) {
                residual -= coefficients[j] * standardised(x[i][j], problem, j);
            }
            for (int j = 0; j < coefficients.length; j++) {
                products[j] += residual * standardised(x[i][j], problem, j) / y.length;
            }
        }
        double worst = 0;
        for (int j = 0; j < coefficients.length; j++) {
            double miss =
                    coefficients[j] == 0
                            ? Math.max(0, Math.abs(products[j]) - penalty)
                            : Math.abs(products[j] - Math.copySign(penalty, coefficients[j]));
            worst = Math.max(worst, miss);
        }
        return worst;
    }

    private static double standardised(double value, Problem problem, int feature) {
        return (value - problem.mean(feature)) / problem.deviation(feature);
    }

    private static double[][] columns(int features, long seed) {
        Random random = new Random(seed);
        double[][] x = new double[ROWS][features];
        for (double[] row : x) {
            double common = random.nextGaussian();
            for (int j = 0; j < features; j++) {
                row[j] = common + random.nextGaussian();
            }
        }
        return x;
    }

    private static double[] target(double[][] x, long seed) {
        Random random = new Random(seed);
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = x[i][0] + random.nextGaussian();
        }
        return y;
    }

    private static Problem problem(double[][] x, double[] y) {
        int features = x[0].length;
        double[] rows = new double[y.length * (features + 1)];
        for (int i = 0; i < y.length; i++) {
            System.arraycopy(x[i], 0, rows, i * (features + 1), features);
            rows[i * (features + 1) + features] = y[i];
        }
        return Problem.of(Moments.of(new double[features + 1], rows, 0, y.length));
    }
}
