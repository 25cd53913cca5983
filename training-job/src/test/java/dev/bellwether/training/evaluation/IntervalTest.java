package dev.bellwether.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {
    @Test
    void aProportionHasTheIntervalOfClopperAndPearson() {
        // Without a hit the upper bound is 1 - 0.025^(1/n); with nothing but hits the lower one
        // mirrors it.
        double bound = 1 - Math.pow(0.025, 1.0 / 20);
        assertThat(new Proportion(0, 20).lower()).isZero();
        assertThat(new Proportion(0, 20).upper()).isCloseTo(bound, within(1e-9));
        assertThat(new Proportion(20, 20).lower()).isCloseTo(1 - bound, within(1e-9));
        assertThat(new Proportion(20, 20).upper()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "4, 20, 0.05733399705003277, 0.4366140029966683",
        "1, 10, 0.0025285785444617848, 0.4450161170281954",
        "137, 500, 0.23534166201192522, 0.315354454511171",
        "99, 100, 0.9455406146079194, 0.9997468539670226"
    })
    void theIntervalIsThatOfTheBetaDistributionsQuantiles(
            int hits, int trials, double lower, double upper) {
        // Computed by another library's quantiles: beta(0.025; k, n-k+1), beta(0.975; k+1, n-k).
        assertThat(new Proportion(hits, trials).lower()).isCloseTo(lower, within(1e-9));
        assertThat(new Proportion(hits, trials).upper()).isCloseTo(upper, within(1e-9));
    }

    @Test
    void coverageCountsWhatTheErrorsKnownByThenPromised() {
        Random random = new Random(17);
        double[] errors = random.doubles(600, -1, 1).toArray();
        int[] times = IntStream.range(0, errors.length).map(i -> i + i / 7).toArray();
        int horizon = 3;
        int hits = 0;
        int trials = 0;
        for (int i = 0; i < errors.length; i++) {
            int at = times[i];
            double[] known =
                    IntStream.range(0, i)
                            .filter(earlier -> times[earlier] + horizon <= at)
                            .mapToDouble(earlier -> Math.abs(errors[earlier]))
                            .toArray();
            double[] window =
                    Arrays.copyOfRange(known, Math.max(0, known.length - 250), known.length);
            Arrays.sort(window);
            int rank = (int) Math.ceil((window.length + 1) * 0.8);
            if (window.length >= Conformal.LEAST && rank <= window.length) {
                trials++;
                hits += Math.abs(errors[i]) <= window[rank - 1] ? 1 : 0;
            }
        }

        assertThat(Conformal.coverage(errors, times, horizon))
                .isEqualTo(new Proportion(hits, trials));
        assertThat(trials).isGreaterThan(550);
        assertThat(hits / (double) trials).isBetween(0.75, 0.85);
    }

    @Test
    void anErrorThatIsNotKnownYetDoesNotWidenTheInterval() {
        double[] errors = new double[60];
        Arrays.fill(errors, 0, 40, 1);
        Arrays.fill(errors, 40, 60, 9);
        int[] times = IntStream.range(0, errors.length).toArray();

        // With a horizon of 20, no error of 9 is known before the last forecast: the one hit is
        // that of the last error of 1.
        assertThat(Conformal.coverage(errors, times, 20)).isEqualTo(new Proportion(1, 21));
        assertThat(Conformal.coverage(errors, times, 1).hits()).isGreaterThan(20);
    }

    @Test
    void tooFewErrorsGiveNoWidth() {
        assertThat(Conformal.halfWidth(new double[Conformal.LEAST - 1])).isNaN();
    }

    @Test
    void theWidthIsTheErrorThatFourInFiveDidNotExceed() {
        double[] errors =
                IntStream.rangeClosed(1, 99).mapToDouble(i -> i % 2 == 0 ? i : -i).toArray();

        // Rank ceil(100 * 0.8) of 99.
        assertThat(Conformal.halfWidth(errors)).isEqualTo(80);
    }

    @Test
    void theTestOfNestedModelsAgreesWithAnIndependentComputation() {
        double[] errors = {0.1, -0.2, 0.3, -0.1, 0.05, 0.2, -0.15, 0.1};
        double[] naive = {0.2, -0.1, 0.5, -0.3, 0.1, 0.1, -0.3, 0.2};

        assertThat(ClarkWest.pValue(errors, naive, 1))
                .isCloseTo(0.010846531925541785, within(1e-9));
        assertThat(ClarkWest.pValue(errors, naive, 2))
                .isCloseTo(0.006197698113338359, within(1e-9));
        assertThat(ClarkWest.pValue(naive, naive, 1)).isEqualTo(1);
    }

    @Test
    void aLargerModelThatKnowsNothingHasNoSmallP() {
        Random random = new Random(5);
        int below = 0;
        int runs = 500;
        for (int run = 0; run < runs; run++) {
            double[] truth = random.doubles(200, -1, 1).toArray();
            double[] noisy =
                    IntStream.range(0, truth.length)
                            .mapToDouble(i -> truth[i] - 0.1 * random.nextGaussian())
                            .toArray();
            below += ClarkWest.pValue(noisy, truth, 1) < 0.05 ? 1 : 0;
        }

        assertThat(below / (double) runs).isLessThan(0.09);
    }
}
