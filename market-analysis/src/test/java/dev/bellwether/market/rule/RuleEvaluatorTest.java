package dev.bellwether.market.rule;

import static dev.bellwether.market.rule.Bars.concat;
import static dev.bellwether.market.rule.Bars.daily;
import static dev.bellwether.market.rule.Bars.indices;
import static dev.bellwether.market.rule.Bars.plain;
import static dev.bellwether.market.rule.Bars.repeat;
import static dev.bellwether.market.rule.Bars.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bellwether.market.ClosedBar;
import dev.bellwether.market.Direction;
import dev.bellwether.market.SeriesFacts;
import dev.bellwether.market.Timeframe;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RuleEvaluatorTest {
    private static final RuleDefinition TWO_FOUR = plain("sma-crossover:2,4");

    @Test
    void aRuleIsWarmingUntilItsSlowAverageIsFull() {
        var evaluator = new RuleEvaluator(TWO_FOUR, Bars.NYSE);
        for (ClosedBar bar : daily("1", "2", "3")) {
            assertThat(evaluator.add(bar)).isEmpty();
            assertThat(evaluator.side()).isEqualTo(RuleSide.WARMING);
            assertThat(evaluator.figures()).isEmpty();
        }
        evaluator.add(Bars.dailyFrom(Bars.FIRST.plusDays(7), "4").getFirst());

        assertThat(evaluator.side()).isEqualTo(RuleSide.ABOVE);
        assertThat(evaluator.figures())
                .contains(new Figures(new BigDecimal("3.500000"), new BigDecimal("2.500000")));
    }

    @Test
    void theFirstKnownSideDoesNotFire() {
        assertThat(indices(TWO_FOUR, daily("1", "2", "3", "4", "5", "6"))).isEmpty();
    }

    @Test
    void aSideThatChangesFiresOnce() {
        assertThat(indices(TWO_FOUR, daily("10", "9", "8", "7", "9", "12", "13")))
                .containsExactly("5 up");
    }

    @Test
    void aTieKeepsTheOldSide() {
        // (2,4): below, level, below again
        assertThat(indices(TWO_FOUR, daily("10", "9", "8", "7", "10", "4"))).isEmpty();
        // below, level, above: fires where it is strictly above
        assertThat(indices(TWO_FOUR, daily("10", "9", "8", "7", "10", "9")))
                .containsExactly("5 up");
        // level from the beginning: the first strict side is the first known one
        assertThat(indices(TWO_FOUR, daily("5", "5", "5", "5", "5", "9"))).isEmpty();
    }

    @Test
    void tiesAreExactWhereBinarySumsAreNot() {
        // As binary numbers 0.1 + 0.2 + 0.3 is more than 0.3 + 0.2 + 0.1.
        assertThat(
                        indices(
                                plain("sma-crossover:3,6"),
                                daily("0.1", "0.2", "0.3", "0.3", "0.2", "0.1", "0.1")))
                .isEmpty();
    }

    @Test
    void aBandKeepsASideUntilItsOtherEdgeIsPassed() {
        // Differences of 2 up and down in turn: one deviation is 2 * sqrt(20 / 19) = 2.052.
        String[] swing = swing("100", "102", 21);
        // 104: deviation 2.198, half of it 1.099, 3 above the line: above, the first side.
        // 102 and 100: 1 above and 1 below the line, within 1.099. 99: deviation 2.164, 2 below.
        List<ClosedBar> bars = daily(concat(swing, new String[] {"104", "102", "100", "99"}));

        assertThat(indices(rule("price-level:101", "0.5", 0, 9, Timeframe.ONE_DAY), bars))
                .containsExactly("24 down");
        assertThat(indices(plain("price-level:101"), bars)).contains("23 down");
    }

    @Test
    void aBandIsComparedWithoutARoot() {
        // 1 from the line; 0.487 deviations of 2.052 are 0.9993, 0.488 are 1.0013.
        List<ClosedBar> bars = daily(swing("100", "102", 24));

        assertThat(indices(rule("price-level:101", "0.487", 0, 9, Timeframe.ONE_DAY), bars))
                .containsExactly("21 up", "22 down", "23 up");
        assertThat(indices(rule("price-level:101", "0.488", 0, 9, Timeframe.ONE_DAY), bars))
                .isEmpty();
    }

    @Test
    void aBandOnPricesThatStandStillIsNoObstacleToALineThatIsLeft() {
        assertThat(
                        indices(
                                rule("price-level:100", "1", 0, 9, Timeframe.ONE_DAY),
                                daily(concat(repeat("99", 21), new String[] {"102"}))))
                .containsExactly("21 up");
    }

    @Test
    void nothingFiresDuringACoolDown() {
        List<ClosedBar> bars = daily("99", "101", "99", "101", "99", "101", "99", "101");

        assertThat(indices(rule("price-level:100", "0", 2, 9, Timeframe.ONE_DAY), bars))
                .containsExactly("1 up", "4 down", "7 up");
        assertThat(indices(rule("price-level:100", "0", 250, 9, Timeframe.ONE_DAY), bars))
                .containsExactly("1 up");
    }

    @Test
    void aSideThatChangedDuringACoolDownIsNotMadeUpFor() {
        assertThat(
                        indices(
                                rule("price-level:100", "0", 2, 9, Timeframe.ONE_DAY),
                                daily("99", "101", "99", "99", "99", "99")))
                .containsExactly("1 up");
    }

    @Test
    void aMoveFiresAtEachBarThatIsLargerThanTheThreshold() {
        assertThat(
                        indices(
                                plain("percent-change:5"),
                                daily("100", "105", "110.26", "104.747", "99.50", "99.50")))
                .containsExactly("2 up", "4 down");
    }

    @Test
    void aMoveIsHeldAgainstTheDeviationsBeforeIt() {
        // Differences of 1 up and down in turn: three deviations are 3 * sqrt(20 / 19) = 3.0779.
        String[] swing = swing("100", "101", 21);
        RuleDefinition rule = plain("percent-change:3sd");

        assertThat(indices(rule, daily(concat(swing, new String[] {"103.07"})))).isEmpty();
        assertThat(indices(rule, daily(concat(swing, new String[] {"103.08"}))))
                .containsExactly("21 up");
        assertThat(indices(rule, daily(concat(swing, new String[] {"96.92"}))))
                .containsExactly("21 down");
    }

    @Test
    void aMovesFiguresArePercent() {
        String[] swing = swing("100", "101", 21);
        List<Fire> fires =
                Bars.fires(
                        plain("percent-change:3sd"),
                        daily(concat(swing, new String[] {"104"})),
                        SeriesFacts.NONE);

        assertThat(fires.getFirst().figures())
                .isEqualTo(new Figures(new BigDecimal("4.000000"), new BigDecimal("3.077935")));
    }

    @Test
    void relativeStrengthIsWilders() {
        // Gains and losses of 2 bars: 0.5 and 0.5 (50, on the line), 1.25 and 0.25 (83.3),
        // 0.625 and 1.125 (35.7), 1.3125 and 0.5625 (70).
        List<Fire> fires =
                Bars.fires(
                        plain("rsi-threshold:2,50"),
                        daily("10", "11", "10", "12", "10", "12"),
                        SeriesFacts.NONE);

        assertThat(fires).extracting(Fire::direction).containsExactly(Direction.DOWN, Direction.UP);
        assertThat(fires)
                .extracting(Fire::figures)
                .containsExactly(
                        new Figures(new BigDecimal("35.714286"), new BigDecimal("50")),
                        new Figures(new BigDecimal("70.000000"), new BigDecimal("50")));
    }

    @Test
    void relativeStrengthOfAPriceThatStandsStillIsInTheMiddle() {
        var evaluator = new RuleEvaluator(plain("rsi-threshold:2,60"), Bars.NYSE);
        daily(repeat("10", 5)).forEach(evaluator::add);

        assertThat(evaluator.figures().orElseThrow().reading()).isEqualByComparingTo("50");
        assertThat(evaluator.side()).isEqualTo(RuleSide.BELOW);
    }

    @Test
    void aBarThatIsPassedOverLeavesTheSideForTheNextCrossing() {
        var evaluator = new RuleEvaluator(plain("price-level:100"), Bars.NYSE);
        List<ClosedBar> bars = daily("99", "0", "101");
        evaluator.add(bars.getFirst());
        evaluator.skip();
        assertThat(evaluator.side()).isEqualTo(RuleSide.NO_DATA);

        assertThat(evaluator.add(bars.getLast())).contains(Direction.UP);
        assertThat(evaluator.side()).isEqualTo(RuleSide.ABOVE);
    }

    @Test
    void aRestartForgetsTheSideAndTheCoolDown() {
        var evaluator =
                new RuleEvaluator(rule("price-level:100", "0", 9, 9, Timeframe.ONE_DAY), Bars.NYSE);
        List<ClosedBar> bars = daily("99", "101", "99", "101");
        bars.subList(0, 2).forEach(evaluator::add);
        evaluator.restart();

        assertThat(evaluator.side()).isEqualTo(RuleSide.WARMING);
        assertThat(evaluator.add(bars.get(2))).isEmpty();
        assertThat(evaluator.add(bars.get(3))).contains(Direction.UP);
    }

    @Test
    void aStateComesBackFromItsText() {
        var evaluator = new RuleEvaluator(TWO_FOUR, Bars.NYSE);
        assertThat(RuleState.parse(evaluator.state().text())).isEqualTo(evaluator.state());
        daily("1.5", "2", "3", "4").forEach(evaluator::add);
        assertThat(RuleState.parse(evaluator.state().text())).isEqualTo(evaluator.state());

        for (String text :
                List.of(
                        "",
                        "ABOVE",
                        "SIDEWAYS|ABOVE|||0|1",
                        "ABOVE|ABOVE|yesterday|2024-01-02|0|1",
                        "ABOVE|ABOVE|2024-01-02T14:30:00Z|today|0|1",
                        "ABOVE|ABOVE|||x|1")) {
            assertThatIllegalArgumentException().isThrownBy(() -> RuleState.parse(text));
        }
    }

    private static String[] swing(String low, String high, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> i % 2 == 0 ? low : high)
                .toArray(String[]::new);
    }
}
