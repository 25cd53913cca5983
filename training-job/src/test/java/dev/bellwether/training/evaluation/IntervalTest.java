package dev.bellwether.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

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
