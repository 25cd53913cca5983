package dev.bellwether.training.lasso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bellwether.training.evaluation.Statistics;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SmileLassoTest {
    private final LassoFit lasso = new SmileLasso();

    @Test
    void ofOrthogonalColumnsEachCoefficientIsItsSoftThreshold() {
        double[][] x = {{1, 1}, {1, -1}, {-1, 1}, {-1, -1}};
        double[] y = {0.8, 0.6, -0.6, -0.8};

        // Products over n are 0.7 and 0.1.
        assertThat(lasso.fit(x, y, 0.05)).containsExactly(new double[] {0.65, 0.05}, within(1e-5));
        assertThat(lasso.fit(x, y, 0.2)).containsExactly(new double[] {0.5, 0}, within(1e-5));
        assertThat(lasso.fit(x, y, 0.7)).containsExactly(0, 0);
    }

    @Test
    void itAgreesWithCoordinateDescentOnCorrelatedColumns() {
        TrainingData data = TrainingData.correlated(new Random(7), 400, 10);

        for (double penalty : new double[] {0.2, 0.05, 0.01, 0.001}) {
            double[] expected = coordinateDescent(data.x(), data.y(), penalty);
            assertThat(lasso.fit(data.x(), data.y(), penalty))
                    .as("penalty %s", penalty)
                    .containsExactly(expected, within(1e-4));
        }
    }

    @Test
    void whatIsZeroInTruthIsExactlyZero() {
        TrainingData data = TrainingData.correlated(new Random(7), 400, 10);
        double[] expected = coordinateDescent(data.x(), data.y(), 0.1);

        double[] fitted = lasso.fit(data.x(), data.y(), 0.1);

        for (int j = 0; j < fitted.length; j++) {
            assertThat(fitted[j] == 0)
                    .as("coefficient %d of %s", j, fitted[j])
                    .isEqualTo(expected[j] == 0);
        }
    }

    @Test
    void theSameInputGivesTheSameBits() {
        TrainingData data = TrainingData.correlated(new Random(3), 500, 10);

        assertThat(lasso.fit(data.x(), data.y(), 0.02))
                .isEqualTo(lasso.fit(data.x(), data.y(), 0.02));
    }

    @Test
    void theGapOfAWrongAnswerShows() {
        TrainingData data = TrainingData.correlated(new Random(5), 300, 4);
        double lambda = 2 * 300 * 0.05;
        double[] right = lasso.fit(data.x(), data.y(), 0.05);
        double[] wrong = right.clone();
        wrong[0] += 0.01;

        assertThat(SmileLasso.relativeGap(data.x(), data.y(), right, lambda))
                .isBetween(-1e-12, 1e-8);
        assertThat(SmileLasso.relativeGap(data.x(), data.y(), wrong, lambda)).isGreaterThan(1e-5);
    }

    private record TrainingData(double[][] x, double[] y) {
        static TrainingData correlated(Random random, int n, int p) {
            double[][] x = new double[n][p];
            double[] y = new double[n];
            for (int i = 0; i < n; i++) {
                double shared = random.nextGaussian();
                for (int j = 0; j < p; j++) {
                    x[i][j] = shared + random.nextGaussian();
                }
                y[i] = x[i][0] - 0.5 * x[i][1] + random.nextGaussian();
            }
            for (int j = 0; j < p; j++) {
                standardise(x, j);
            }
            double mean = Statistics.mean(y);
            for (int i = 0; i < n; i++) {
                y[i] -= mean;
            }
            return new TrainingData(x, y);
        }

        private static void standardise(double[][] x, int column) {
            double[] values = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                values[i] = x[i][column];
            }
            double mean = Statistics.mean(values);
            double deviation = Statistics.deviation(values);
            for (double[] row : x) {
                row[column] = (row[column] - mean) / deviation;
            }
        }
    }

    // An independent solver of the same problem, slow and simple.
    private static double[] coordinateDescent(double[][] x, double[] y, double penalty) {
        int n = y.length;
        double[] w = new double[x[0].length];
        double[] residual = y.clone();
        for (int sweep = 0; sweep < 2_000; sweep++) {
            for (int j = 0; j < w.length; j++) {
                double product = 0;
                for (int i = 0; i < n; i++) {
                    product += x[i][j] * residual[i] / n;
                }
                double target = product + w[j];
                double next = Math.signum(target) * Math.max(0, Math.abs(target) - penalty);
                for (int i = 0; i < n; i++) {
                    residual[i] -= x[i][j] * (next - w[j]);
                }
                w[j] = next;
            }
        }
        return w;
    }
}
