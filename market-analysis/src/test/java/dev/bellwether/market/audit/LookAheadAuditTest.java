package dev.bellwether.market.audit;

import static dev.bellwether.market.rule.Bars.ACME;
import static dev.bellwether.market.rule.Bars.NYSE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.market.ClosedBar;
import dev.bellwether.market.SeriesFacts;
import dev.bellwether.market.Split;
import dev.bellwether.market.Timeframe;
import dev.bellwether.market.TradingCalendar;
import dev.bellwether.market.audit.AuditSubject.Output;
import dev.bellwether.market.rule.Bars;
import dev.bellwether.market.rule.RuleDefinition;
import dev.bellwether.market.rule.RuleRun;
import dev.bellwether.market.rule.Screening;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookAheadAuditTest {
    private static final LookAheadAudit AUDIT = new LookAheadAudit(Timeframe.ONE_DAY, 200, 1);
    private static final List<ClosedBar> BARS = Bars.tieWalk(4, 180);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sma-crossover:5,20",
                "percent-change:1",
                "percent-change:2sd",
                "price-level:10",
                "rsi-threshold:14,60"
            })
    void rulesUseOnlyWhatWasKnown(String kind) {
        SeriesFacts facts = Bars.splits(late(BARS.get(70), 3), late(BARS.get(120), 0));
        for (RuleDefinition rule : List.of(Bars.plain(kind), Bars.live(kind))) {
            var subjects = new RuleSubjects(rule, ACME, NYSE);
            for (AuditSubject subject :
                    List.of(
                            subjects.backtest(Screening.NONE),
                            subjects.backtest(Screening.LIVE),
                            subjects.live(1))) {
                LookAheadAudit.Report report = AUDIT.audit(subject, BARS, facts);

                assertThat(report.first()).isEmpty();
                assertThat(report.cuts()).isEqualTo(BARS.size());
            }
        }
    }

    @Test
    void aGaugeThatReadsTheNextCloseIsCaught() {
        AuditSubject leak =
                (bars, facts) ->
                        IntStream.range(0, bars.size())
                                .mapToObj(i ->
                                        output(
                                                bars.get(i),
                                                bars.get(Math.min(i + 1, bars.size() - 1)).close()))
                                .toList();
        LookAheadAudit.Report report = AUDIT.audit(leak, BARS, SeriesFacts.NONE);

        // Caught at every cut but those where the next close happens to be the same.
        assertThat(report.differences()).isGreaterThan(BARS.size() / 2);
        LookAheadAudit.Difference first = report.first().orElseThrow();
        assertThat(first.about()).isEqualTo(first.cut());
    }

    /// The same leak within a rule: it is right about everything but the newest bar.
    @Test
    void aRuleThatIsEvaluatedOneBarAheadIsCaught() {
        AuditSubject honest =
                new RuleSubjects(Bars.plain("sma-crossover:2,4"), ACME, NYSE)
                        .backtest(Screening.NONE);
        AuditSubject leak =
                (bars, facts) -> {
                    List<Output> outputs = honest.outputs(bars, facts);
                    List<Output> ahead = new ArrayList<>();
                    for (int i = 0; i < outputs.size(); i++) {
                        Output next = outputs.get(Math.min(i + 1, outputs.size() - 1));
                        ahead.add(new Output(bars.get(i).start(), next.text()));
                    }
                    return ahead;
                };

        assertThat(AUDIT.audit(leak, BARS, SeriesFacts.NONE).differences())
                .isEqualTo(BARS.size() - 1);
    }

    @Test
    void aSplitThatIsUsedBeforeItIsKnownIsCaught() {
        RuleDefinition rule = Bars.live("sma-crossover:2,4");
        ClosedBar effective = BARS.get(90);
        AuditSubject leak =
                (bars, facts) -> {
                    var run = new RuleRun(rule, ACME, facts, Screening.LIVE, NYSE);
                    List<Output> outputs = new ArrayList<>();
                    for (ClosedBar bar : bars) {
                        run.add(bar);
                        outputs.add(new Output(bar.start(), run.state().text()));
                    }
                    return outputs;
                };

        assertThat(AUDIT.audit(leak, BARS, Bars.splits(late(effective, 0))).first()).isEmpty();
        LookAheadAudit.Report report = AUDIT.audit(leak, BARS, Bars.splits(late(effective, 5)));
        assertThat(report.differences()).isEqualTo(5);
        assertThat(report.first().orElseThrow().cut()).isEqualTo(effective.start());
    }

    @Test
    void aSplitThatIsUsedEarlyIsCaughtInALongSeriesToo() {
        List<ClosedBar> bars = Bars.tieWalk(4, 2000);
        var audit = new LookAheadAudit(Timeframe.ONE_DAY, 3, 1);
        AuditSubject leak =
                (given, facts) ->
                        given.stream()
                                .map(bar ->
                                        output(
                                                bar,
                                                BigDecimal.valueOf(
                                                        facts.splitsBetween(
                                                                        Bars.FIRST.minusYears(30),
                                                                        bar.tradingDay())
                                                                .size())))
                                .toList();

        assertThat(audit.audit(leak, bars, Bars.splits(late(bars.get(1000), 1))).differences())
                .isPositive();
    }

    @Test
    void anOutputThatDependsOnTheWholeSeriesIsCaught() {
        AuditSubject leak =
                (bars, facts) -> {
                    BigDecimal highest =
                            bars.stream()
                                    .map(ClosedBar::close)
                                    .max(BigDecimal::compareTo)
                                    .orElseThrow();
                    return bars.stream()
                            .map(bar -> output(bar, bar.close().subtract(highest)))
                            .toList();
                };

        assertThat(AUDIT.audit(leak, BARS, SeriesFacts.NONE).differences()).isPositive();
    }

    @Test
    void anOutputThatIsTakenBackOrComesLateIsCaught() {
        AuditSubject late =
                (bars, facts) ->
                        bars.subList(0, Math.max(0, bars.size() - 1)).stream()
                                .map(bar -> output(bar, bar.close()))
                                .toList();

        assertThat(AUDIT.audit(late, BARS, SeriesFacts.NONE).differences())
                .isEqualTo(BARS.size() - 1);
    }

    @Test
    void aLongSeriesIsCutAtASampleThatIsTheSameEachTime() {
        List<ClosedBar> bars = Bars.tieWalk(4, 1000);

        assertThat(AUDIT.cuts(bars, SeriesFacts.NONE)).hasSize(200);
        assertThat(AUDIT.cuts(bars, SeriesFacts.NONE))
                .isEqualTo(AUDIT.cuts(bars, SeriesFacts.NONE));
        assertThat(AUDIT.cuts(bars, Bars.splits(late(bars.get(500), 2))))
                .contains(499, 500, 501, 502);
    }

    private static Output output(ClosedBar bar, BigDecimal value) {
        return new Output(bar.start(), value.toPlainString());
    }

    /// A split that is known only with the load so many days after its own.
    private static Split late(ClosedBar effective, int sessions) {
        return new Split(
                ACME,
                effective.tradingDay(),
                NYSE.plusSessions(effective.tradingDay(), sessions)
                        .plusDays(1)
                        .atStartOfDay(TradingCalendar.ZONE)
                        .toInstant(),
                3,
                2);
    }
}
