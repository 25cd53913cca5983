package dev.bellwether.market.study;

import static dev.bellwether.market.rule.Bars.NYSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bellwether.market.ClosedBar;
import dev.bellwether.market.Direction;
import dev.bellwether.market.SeriesFacts;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.rule.Bars;
import dev.bellwether.market.rule.RuleDefinition;
import dev.bellwether.market.rule.RuleRun;
import dev.bellwether.market.rule.Screening;
import dev.bellwether.market.study.UsefulnessStudy.Finding;
import dev.bellwether.market.study.UsefulnessStudy.Input;
import dev.bellwether.market.study.UsefulnessStudy.Verdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UsefulnessStudyTest {
    private static final RuleDefinition SMA = Bars.live("sma-crossover:5,20");
    private static final RuleDefinition MOVE = Bars.live("percent-change:4");
    private static final List<Integer> HORIZONS = List.of(5, 20);
    private static final LocalDate FIRST = LocalDate.of(2010, 1, 4);
    private static final double VOLATILITY = 0.02;
    private static final int WALKS = 200;

    @Test
    void randomWalksGiveEvidenceNoOftenerThanTheDeclaredLevel() {
        int falseAlarms = 0;
        int tested = 0;
        double bias = 0;
        for (int walk = 0; walk < WALKS; walk++) {
            List<Finding> findings =
                    new UsefulnessStudy(NYSE, 499, walk)
                            .study(
                                    List.of(SMA, MOVE),
                                    HORIZONS,
                                    List.of(
                                            walk("ONE", 2L * walk, 0, 700),
                                            walk("TWO", 2L * walk + 1, 0, 700)));
            boolean any =
                    findings.stream()
                            .map(Finding::verdict)
                            .anyMatch(it -> it == Verdict.GOES_ON || it == Verdict.TURNS);
            falseAlarms += any ? 1 : 0;
            tested += (int) findings.stream().filter(it -> it.p().isPresent()).count();
            bias += findings.getFirst().difference() / WALKS;
        }

        assertThat(tested).as("tests that had enough fires").isGreaterThan(6 * WALKS);
        assertThat(falseAlarms / (double) WALKS).isLessThanOrEqualTo(UsefulnessStudy.LEVEL);
        // Up-crossings come after rises: matched times that saw them would be better by 0.2 %.
        assertThat(bias).isCloseTo(0, within(0.002));
    }

    @Test
    void aPlantedEffectIsFoundAndNothingElse() {
        List<Input> inputs = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            inputs.add(walk("S" + i, 1000 + i, 0.008, 1500));
        }
        List<Finding> findings =
                new UsefulnessStudy(NYSE, 999, 1).study(List.of(SMA), List.of(5), inputs);

        assertThat(findings)
                .extracting(Finding::direction)
                .containsExactly(Direction.UP, Direction.DOWN);
        Finding up = findings.getFirst();
        assertThat(up.verdict()).isEqualTo(Verdict.GOES_ON);
        assertThat(up.corrected().orElseThrow()).isLessThan(0.01);
        // Five sessions of 0.8 % each, from the next open on.
        assertThat(up.difference()).isCloseTo(0.04, within(0.012));
        assertThat(up.lower()).isPositive();
        assertThat(findings.getLast().verdict()).isEqualTo(Verdict.NO_EVIDENCE);
    }

    @Test
    void anEffectAgainstTheAlertIsATurn() {
        List<Input> inputs = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            inputs.add(walk("S" + i, 2000 + i, -0.008, 1500));
        }

        assertThat(
                        new UsefulnessStudy(NYSE, 999, 1)
                                .study(List.of(SMA), List.of(5), inputs)
                                .getFirst()
                                .verdict())
                .isEqualTo(Verdict.TURNS);
    }

    @Test
    void theSameSeedGivesTheSameFindings() {
        List<Input> inputs = List.of(walk("ONE", 1, 0, 500));
        var study = new UsefulnessStudy(NYSE, 199, 7);

        assertThat(study.study(List.of(SMA), HORIZONS, inputs))
                .isEqualTo(study.study(List.of(SMA), HORIZONS, inputs));
    }

    @Test
    void aFewFiresAreTooFew() {
        List<Finding> findings =
                new UsefulnessStudy(NYSE, 99, 1)
                        .study(List.of(SMA, MOVE), HORIZONS, List.of(walk("ONE", 1, 0, 60)));

        assertThat(findings)
                .hasSize(8)
                .allMatch(finding -> finding.verdict() == Verdict.TOO_FEW)
                .allMatch(finding -> finding.corrected().isEmpty());
        assertThat(new UsefulnessStudy(NYSE, 99, 1).study(List.of(SMA), HORIZONS, List.of()))
                .allMatch(finding -> finding.fires() == 0);
    }

    @Test
    void holmsCorrectionIsThatOfTheTextbook() {
        assertThat(HolmCorrection.correct(List.of(0.01, 0.04, 0.03, 0.005)))
                .containsExactly(0.03, 0.06, 0.06, 0.02);
        assertThat(HolmCorrection.correct(List.of(0.9, 0.8))).containsExactly(1.0, 1.0);
        assertThat(HolmCorrection.correct(List.of())).isEmpty();
    }

    @Test
    void aReturnIsTakenFromTheNextOpenAndNotOverAJump() {
        List<ClosedBar> bars = Bars.dailyFrom(FIRST, "100", "110", "121", "40", "41");
        var series = new StudySeries(Bars.ACME, bars, SeriesFacts.NONE, SMA.timeframe(), NYSE);

        // Fixtures open at their close.
        assertThat(series.forward(0, 2)).isCloseTo(Math.log(121 / 110.0), within(1e-12));
        assertThat(series.hasForward(0, 2)).isTrue();
        assertThat(series.hasForward(1, 2)).isFalse();
        assertThat(series.hasForward(3, 1)).isTrue();
        assertThat(series.hasForward(3, 2)).isFalse();
    }

    @Test
    void aReturnOverASplitIsInOneMoney() {
        List<ClosedBar> bars = Bars.dailyFrom(FIRST, "100", "120", "66");
        var series =
                new StudySeries(
                        Bars.ACME,
                        bars,
                        Bars.splits(Bars.split(bars.get(2).tradingDay(), 2, 1)),
                        SMA.timeframe(),
                        NYSE);

        assertThat(series.forward(0, 2)).isCloseTo(Math.log(1.1), within(1e-12));
    }

    /// A walk that drifts by `after` in each of the five sessions after an up-crossing.
    private static Input walk(String name, long seed, double after, int count) {
        Symbol symbol = Symbol.of(name);
        Random random = new Random(seed * 7919 + 13);
        var run = new RuleRun(SMA, symbol, SeriesFacts.NONE, Screening.LIVE, NYSE);
        List<ClosedBar> bars = new ArrayList<>();
        double price = 100;
        int drifting = 0;
        for (LocalDate day : NYSE.sessions(FIRST, NYSE.plusSessions(FIRST, count - 1))) {
            double open = price;
            price *= Math.exp(VOLATILITY * random.nextGaussian() + (drifting > 0 ? after : 0));
            drifting--;
            ClosedBar bar = bar(day, open, price);
            bars.add(bar);
            if (run.add(bar).filter(fire -> fire.direction() == Direction.UP).isPresent()) {
                drifting = 5;
            }
        }
        return new Input(symbol, bars, SeriesFacts.NONE);
    }

    private static ClosedBar bar(LocalDate day, double open, double close) {
        return new ClosedBar(
                ClosedBar.startOf(day),
                day,
                price(open),
                price(Math.max(open, close) * 1.01),
                price(Math.min(open, close) * 0.99),
                price(close),
                1000,
                1);
    }

    private static BigDecimal price(double price) {
        return BigDecimal.valueOf(price).setScale(4, RoundingMode.HALF_EVEN);
    }
}
