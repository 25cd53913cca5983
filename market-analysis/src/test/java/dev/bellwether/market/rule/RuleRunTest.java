package dev.bellwether.market.rule;

import static dev.bellwether.market.rule.Bars.ACME;
import static dev.bellwether.market.rule.Bars.NYSE;
import static dev.bellwether.market.rule.Bars.daily;
import static dev.bellwether.market.rule.Bars.day;
import static dev.bellwether.market.rule.Bars.plain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bellwether.market.ClosedBar;
import dev.bellwether.market.DataCondition;
import dev.bellwether.market.Direction;
import dev.bellwether.market.SeriesFacts;
import dev.bellwether.market.Split;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleRunTest {
    private static final RuleDefinition LEVEL = plain("price-level:100");

    @Test
    void liveRulesPassOverBarsThatCannotBeTrusted() {
        List<ClosedBar> bars = daily("99", "101", "99", "102");
        ClosedBar flat = withRange(bars.get(1), "101", "101", 1000);
        ClosedBar untraded = withRange(bars.get(1), "102", "100", 0);
        ClosedBar saturday = day(LocalDate.of(2024, 1, 6), "101");

        for (ClosedBar odd : List.of(flat, untraded, saturday)) {
            var run = new RuleRun(LEVEL, ACME, SeriesFacts.NONE, Screening.LIVE, NYSE);
            run.add(bars.getFirst());
            assertThat(run.add(odd)).isEmpty();
            assertThat(run.side()).isEqualTo(RuleSide.NO_DATA);
            assertThat(run.add(day(LocalDate.of(2024, 1, 8), "102")))
                    .map(Fire::direction)
                    .contains(Direction.UP);
        }
    }

    @Test
    void aDayWhoseDataIsNotAvailableIsPassedOver() {
        List<ClosedBar> bars = daily("99", "101", "99");
        var facts =
                new SeriesFacts(
                        List.of(), Map.of(bars.get(1).tradingDay(), conditionOtherThanAvailable()));

        assertThat(RuleRun.fires(LEVEL, ACME, bars, facts, Screening.LIVE, NYSE)).isEmpty();
        assertThat(RuleRun.fires(LEVEL, ACME, bars, facts, Screening.NONE, NYSE)).hasSize(2);
    }

    @Test
    void aJumpThatNoSplitExplainsMakesALiveRuleWarmUpAnew() {
        List<ClosedBar> bars = daily("150", "70", "101");

        assertThat(fires(bars, SeriesFacts.NONE)).containsExactly(Direction.UP);
        // In raw money, as no rule restates a level: the side after a split is learned anew.
        assertThat(fires(bars, Bars.splits(Bars.split(bars.get(1).tradingDay(), 2, 1))))
                .containsExactly(Direction.UP);
    }

    @Test
    void exactlyHalfAsMuchMoreIsNoJump() {
        assertThat(fires(daily("99", "148.5"), SeriesFacts.NONE)).containsExactly(Direction.UP);
        assertThat(fires(daily("99", "148.51"), SeriesFacts.NONE)).isEmpty();
        assertThat(fires(daily("102", "68"), SeriesFacts.NONE)).containsExactly(Direction.DOWN);
        assertThat(fires(daily("102", "67.99"), SeriesFacts.NONE)).isEmpty();
    }

    @Test
    void barsComeOldestFirstAndOnce() {
        List<ClosedBar> bars = daily("99", "101");
        var run = new RuleRun(LEVEL, ACME, SeriesFacts.NONE, Screening.NONE, NYSE);
        run.add(bars.get(1));

        assertThatIllegalArgumentException().isThrownBy(() -> run.add(bars.get(0)));
        assertThatIllegalArgumentException().isThrownBy(() -> run.add(bars.get(1)));
    }

    @Test
    void aFireNamesTheBarsThatItsFiguresWereMadeOf() {
        List<ClosedBar> bars = Bars.tieWalk(3, 200);
        for (RuleDefinition rule :
                List.of(plain("sma-crossover:2,4"), Bars.live("sma-crossover:2,4"))) {
            for (Fire fire :
                    RuleRun.fires(rule, ACME, bars, SeriesFacts.NONE, Screening.NONE, NYSE)) {
                int at = bars.indexOf(fire.bar());
                assertThat(fire.bars())
                        .isEqualTo(bars.subList(Math.max(0, at - rule.span()), at + 1));
                assertThat(fire.previous()).isEqualTo(bars.get(at - 1));
            }
        }
    }

    /// An evaluator that was restored at any bar goes on as the one that was not.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "sma-crossover:5,20",
                "sma-crossover:1,2",
                "percent-change:1",
                "percent-change:2sd",
                "price-level:10",
                "rsi-threshold:14,60"
            })
    void aRestoredEvaluatorGoesOnAsTheUninterruptedOne(String kind) {
        List<ClosedBar> bars = Bars.tieWalk(7, 120);
        Split split = Bars.split(bars.get(60).tradingDay(), 3, 2);
        for (RuleDefinition rule : List.of(plain(kind), Bars.live(kind), cooling(kind))) {
            List<RuleState> states = new ArrayList<>();
            List<Optional<Direction>> fires = new ArrayList<>();
            var whole = new RuleEvaluator(rule, NYSE);
            states.add(whole.state());
            for (ClosedBar bar : bars) {
                fires.add(step(whole, bar, split));
                states.add(whole.state());
            }
            for (int from = 0; from < bars.size(); from++) {
                var restored =
                        RuleEvaluator.restore(rule, NYSE, RuleState.parse(states.get(from).text()));
                for (int i = from; i < bars.size(); i++) {
                    assertThat(step(restored, bars.get(i), split)).isEqualTo(fires.get(i));
                    assertThat(restored.state()).isEqualTo(states.get(i + 1));
                }
            }
        }
    }

    private static Optional<Direction> step(RuleEvaluator evaluator, ClosedBar bar, Split split) {
        if (bar.tradingDay().equals(split.effectiveDay())) {
            evaluator.restate(split);
        }
        return evaluator.add(bar);
    }

    private static RuleDefinition cooling(String kind) {
        return Bars.rule(kind, "0", 3, 5, dev.bellwether.market.Timeframe.ONE_DAY);
    }

    private static List<Direction> fires(List<ClosedBar> bars, SeriesFacts facts) {
        return RuleRun.fires(LEVEL, ACME, bars, facts, Screening.LIVE, NYSE).stream()
                .map(Fire::direction)
                .toList();
    }

    private static DataCondition conditionOtherThanAvailable() {
        for (DataCondition condition : DataCondition.values()) {
            if (condition != DataCondition.AVAILABLE) {
                return condition;
            }
        }
        throw new IllegalStateException();
    }

    private static ClosedBar withRange(ClosedBar bar, String high, String low, long volume) {
        return new ClosedBar(
                bar.start(),
                bar.tradingDay(),
                bar.open(),
                new BigDecimal(high),
                new BigDecimal(low),
                bar.close(),
                volume,
                1);
    }
}
