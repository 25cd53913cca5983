package dev.bellwether.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Random;
import org.assertj.core.data.MapEntry;
import org.junit.jupiter.api.Test;

class InferenceTest {
    private static final double[] ERRORS = {0.1, -0.2, 0.3, -0.1, 0.05, 0.2, -0.15, 0.1};
    private static final double[] NAIVE_ERRORS = {0.2, -0.1, 0.5, -0.3, 0.1, 0.1, -0.3, 0.2};

    @Test
    void theTestAgreesWithAnIndependentComputation() {
        // By the papers' formulas, the tail of t integrated numerically.
        assertThat(DieboldMariano.pValue(ERRORS, NAIVE_ERRORS, 1))
                .isCloseTo(0.060288079935, within(1e-7));
        assertThat(DieboldMariano.pValue(ERRORS, NAIVE_ERRORS, 2))
                .isCloseTo(0.055477547568, within(1e-7));
    }

    @Test
    void aWorseForecastHasALargeP() {
        assertThat(DieboldMariano.pValue(NAIVE_ERRORS, ERRORS, 1))
                .isCloseTo(1 - 0.060288079935, within(1e-7));
    }

    @Test
    void errorsThatDoNotDifferTellNothing() {
        assertThat(DieboldMariano.pValue(ERRORS, ERRORS, 1)).isEqualTo(1);
    }

    @Test
    void ofForecastsThatDifferByChanceOneInTwentyIsBelowTheLevel() {
        Random random = new Random(11);
        int below = 0;
        int runs = 2_000;
        for (int run = 0; run < runs; run++) {
            double[] one = random.doubles(100, -1, 1).toArray();
            double[] other = random.doubles(100, -1, 1).toArray();
            below += DieboldMariano.pValue(one, other, 1) < 0.05 ? 1 : 0;
        }

        assertThat(below / (double) runs).isBetween(0.035, 0.065);
    }

    @Test
    void holmMultipliesTheSmallestMostAndKeepsTheOrder() {
        Map<String, Double> corrected =
                Holm.correct(Map.of("a", 0.01, "b", 0.04, "c", 0.03, "d", 0.9));

        assertThat(corrected.get("a")).isCloseTo(0.04, within(1e-12));
        assertThat(corrected.get("c")).isCloseTo(0.09, within(1e-12));
        assertThat(corrected.get("b")).isCloseTo(0.09, within(1e-12));
        assertThat(corrected).contains(MapEntry.entry("d", 0.9));
    }

    @Test
    void quantilesAreInterpolated() {
        double[] values = {4, 1, 3, 2, 5};

        assertThat(Statistics.quantile(values, 0.1)).isCloseTo(1.4, within(1e-12));
        assertThat(Statistics.quantile(values, 0.5)).isEqualTo(3);
        assertThat(Statistics.quantile(values, 1)).isEqualTo(5);
    }
}
