package dev.bellwether.market.rule;

import static dev.bellwether.market.rule.Bars.ACME;
import static dev.bellwether.market.rule.Bars.NYSE;
import static dev.bellwether.market.rule.Bars.daily;
import static dev.bellwether.market.rule.Bars.plain;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.market.ClosedBar;
import dev.bellwether.market.SeriesFacts;
import dev.bellwether.market.Split;
import dev.bellwether.market.TradingCalendar;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleHistoryTest {
    @Test
    void aHistoryFiresWhereARunOverTheSameBarsDoes() {
        List<ClosedBar> bars = Bars.tieWalk(5, 400);
        for (String kind :
                List.of("sma-crossover:5,20", "percent-change:1", "rsi-threshold:14,60")) {
            for (Screening screening : Screening.values()) {
                var history =
                        new RuleHistory(Bars.live(kind), ACME, SeriesFacts.NONE, screening, NYSE);
                assertThat(history.fires(bars))
                        .isEqualTo(
                                RuleRun.fires(
                                        Bars.live(kind),
                                        ACME,
                                        bars,
                                        SeriesFacts.NONE,
                                        screening,
                                        NYSE));
            }
        }
    }

    @Test
    void everyBarIsJudged() {
        List<ClosedBar> bars = daily("99", "101", "102");
        List<RuleHistory.Judgement> judgements = history(SeriesFacts.NONE).judge(bars);

        assertThat(judgements).extracting(RuleHistory.Judgement::bar).isEqualTo(bars);
        assertThat(judgements)
                .extracting(RuleHistory.Judgement::side)
                .containsExactly(RuleSide.WARMING, RuleSide.WARMING, RuleSide.ABOVE);
    }

    @Test
    void aSplitThatIsLearnedOfLateRestatesFromThenOn() {
        List<ClosedBar> bars = daily("200", "202", "102", "103", "104");
        LocalDate effective = bars.get(2).tradingDay();
        Split late =
                new Split(
                        ACME,
                        effective,
                        bars.get(3)
                                .tradingDay()
                                .plusDays(1)
                                .atStartOfDay(TradingCalendar.ZONE)
                                .toInstant(),
                        2,
                        1);
        List<RuleHistory.Judgement> judgements = history(Bars.splits(late)).judge(bars);

        // Not known at the bar of its day, known with the load of the bar after it.
        assertThat(judgements.get(2).figures().orElseThrow().reading()).isEqualByComparingTo("152");
        assertThat(judgements.get(3).figures().orElseThrow().reading())
                .isEqualByComparingTo("102.5");
        assertThat(
                        history(Bars.splits(Bars.split(effective, 2, 1)))
                                .judge(bars)
                                .get(3)
                                .state()
                                .side())
                .isEqualTo(judgements.get(3).side());
    }

    private static RuleHistory history(SeriesFacts facts) {
        return new RuleHistory(plain("sma-crossover:2,3"), ACME, facts, Screening.NONE, NYSE);
    }
}
