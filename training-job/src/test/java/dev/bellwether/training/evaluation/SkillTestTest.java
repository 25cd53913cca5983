package dev.bellwether.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SkillTestTest {
    private static final int FOLDS = 5;
    private static final int A_FOLD = 80;
    private static final int SIZE = FOLDS * A_FOLD;

    @Test
    void aForecastThatIsNearerToEveryOutcomeClaimsSkill() {
        SkillTest test = SkillTest.of(backtest(1, 1, 1, 1, 1));

        assertThat(test.betterFolds()).isEqualTo(5);
        assertThat(test.judgedFolds()).isEqualTo(5);
        assertThat(test.largestP()).isLessThan(1e-6);
        assertThat(test.claimsAlone()).isTrue();
    }

    @Test
    void oneFoldMayBeWorseTwoMayNot() {
        assertThat(SkillTest.of(backtest(1, 1, -0.1, 1, 1)).claimsAlone()).isTrue();

        SkillTest twice = SkillTest.of(backtest(1, 1, -0.1, 1, -0.1));
        assertThat(twice.largestP()).isLessThan(SkillTest.LEVEL);
        assertThat(twice.betterFolds()).isEqualTo(3);
        assertThat(twice.claimsAlone()).isFalse();
    }

    @Test
    void aFoldCountsOnlyIfNoBaselineIsBetterInIt() {
        Backtest backtest = backtest(1, 1, 1, 1, 1);
        // In one fold the drift happens to know more than the Lasso, in another the average.
        tell(backtest, Forecaster.DRIFT, 0);
        tell(backtest, Forecaster.EWMA, 1);

        assertThat(SkillTest.of(backtest).betterFolds()).isEqualTo(3);
    }

    @Test
    void theLargestOfThePValuesDecides() {
        SkillTest test =
                new SkillTest(
                        Map.of(
                                Forecaster.NAIVE, 0.001,
                                Forecaster.DRIFT, 0.049,
                                Forecaster.EWMA, 0.02),
                        Map.of(),
                        5,
                        5);
        assertThat(test.largestP()).isEqualTo(0.049);
        assertThat(test.claimsAlone()).isTrue();

        SkillTest above =
                new SkillTest(
                        Map.of(
                                Forecaster.NAIVE, 0.001,
                                Forecaster.DRIFT, 0.05,
                                Forecaster.EWMA, 0.02),
                        Map.of(),
                        5,
                        5);
        assertThat(above.claimsAlone()).isFalse();
    }

    @Test
    void aLassoThatSaysWhatABaselineSaysClaimsNothing() {
        Backtest backtest = backtest(1, 1, 1, 1, 1);
        System.arraycopy(
                backtest.forecasts()[Forecaster.LASSO.ordinal()],
                0,
                backtest.forecasts()[Forecaster.DRIFT.ordinal()],
                0,
                SIZE);

        SkillTest test = SkillTest.of(backtest);

        assertThat(test.pValues()).containsEntry(Forecaster.DRIFT, 1.0);
        assertThat(test.betterFolds()).isZero();
        assertThat(test.claimsAlone()).isFalse();
    }

    @Test
    void errorsAndDirectionsAreThoseOfTheForecasts() {
        Backtest backtest =
                new Backtest(
                        new int[] {0, 0, 1, 1},
                        new int[] {10, 11, 12, 13},
                        new double[] {0.02, -0.01, 0.03, 0},
                        forecasts(new double[] {0.01, 0.01, 0.01, 0.01}),
                        new int[] {1, 1, -1, -1},
                        new double[] {0.01, 0.01, 0.02, 0.02},
                        1);

        Score score = Score.of(backtest);

        Score.Errors lasso = score.errors().get(Forecaster.LASSO);
        assertThat(lasso).isNotNull();
        assertThat(lasso.meanAbsolute()).isCloseTo(0.06 / 4, within(1e-12));
        assertThat(lasso.rootMeanSquare()).isCloseTo(Math.sqrt(0.001 / 4), within(1e-12));
        assertThat(score.scaledError()).isCloseTo(0.06 / 0.06, within(1e-12));
        // The day without a return has no direction.
        assertThat(score.direction()).isEqualTo(new Proportion(2, 3));
        assertThat(score.majority()).isEqualTo(new Proportion(1, 3));
    }

    /// Outcomes of noise; the Lasso knows a share of each, by fold.
    private static Backtest backtest(double... known) {
        Random random = new Random(3);
        double[] outcomes = random.doubles(SIZE, -0.02, 0.02).toArray();
        double[] lasso = new double[SIZE];
        Arrays.setAll(lasso, i -> 0.3 * known[i / A_FOLD] * outcomes[i]);
        int[] folds = IntStream.range(0, SIZE).map(i -> i / A_FOLD).toArray();
        double[] scales = new double[SIZE];
        Arrays.fill(scales, 0.01);
        int[] majority = new int[SIZE];
        return new Backtest(
                folds,
                IntStream.range(0, SIZE).toArray(),
                outcomes,
                forecasts(lasso),
                majority,
                scales,
                1);
    }

    private static double[][] forecasts(double[] lasso) {
        double[][] forecasts = new double[Forecaster.values().length][lasso.length];
        forecasts[Forecaster.LASSO.ordinal()] = lasso;
        return forecasts;
    }

    private static void tell(Backtest backtest, Forecaster baseline, int fold) {
        for (int i = fold * A_FOLD; i < (fold + 1) * A_FOLD; i++) {
            backtest.forecasts()[baseline.ordinal()][i] = 0.9 * backtest.outcomes()[i];
        }
    }
}
