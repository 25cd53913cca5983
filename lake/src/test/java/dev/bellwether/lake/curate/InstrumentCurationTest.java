package dev.bellwether.lake.curate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.bellwether.lake.ActionObservation;
import dev.bellwether.lake.BarObservation;
import dev.bellwether.lake.Bars;
import dev.bellwether.lake.SourceBar;
import dev.bellwether.market.Basis;
import dev.bellwether.market.DataCondition;
import dev.bellwether.market.Provider;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InstrumentCurationTest {
    private final List<BarObservation> bars = new ArrayList<>();
    private final List<ActionObservation> actions = new ArrayList<>();
    private final List<MoveDecision> decisions = new ArrayList<>();
    private LocalDate horizon = LocalDate.parse("2025-10-29");

    @Test
    void aDayHasOneBarOfTheBestRankedProviderInItsNewestVersion() {
        bars.add(Bars.seen(Bars.close("2025-10-29", "12", Provider.ALPACA, Basis.RAW)));
        bars.add(Bars.seen(Bars.close("2025-10-29", "3", Provider.YAHOO, Basis.SPLIT)));
        bars.add(Bars.seen(Bars.close("2025-10-29", "10"), "2025-10-30T00:00:00Z", "raw/1"));
        bars.add(Bars.seen(Bars.close("2025-10-29", "11"), "2025-10-31T00:00:00Z", "raw/2"));

        Curated curated = curate();

        assertThat(curated.dailyBars())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.row().bar().close()).isEqualTo(new BigDecimal("11"));
                    assertThat(row.row().version()).isEqualTo(2);
                    assertThat(row.row().knowledge().at()).isEqualTo("2025-10-31T00:00:00Z");
                    assertThat(row.row().rawKey()).isEqualTo("raw/2");
                });
        assertThat(curated.allBars())
                .extracting(row -> row.bar().provider() + " " + row.bar().close())
                .containsExactly("ALPHA_VANTAGE 11", "ALPACA 12", "YAHOO 3");
        assertThat(curated.history())
                .extracting(row -> row.version() + " " + row.bar().close())
                .containsExactly("1 10", "2 11", "1 12", "1 3");
    }

    @Test
    void aBarWithoutItsClosingPriceIsNoneOfDailyBars() {
        SourceBar whole = Bars.close("2025-10-29", "10");
        bars.add(
                Bars.seen(
                        new SourceBar(
                                whole.symbol(),
                                whole.interval(),
                                whole.start(),
                                whole.tradingDay(),
                                null,
                                whole.high(),
                                whole.low(),
                                null,
                                null,
                                whole.provider(),
                                whole.feed(),
                                whole.basis())));

        Curated curated = curate();

        assertThat(curated.dailyBars()).isEmpty();
        assertThat(curated.allBars()).hasSize(1);
        assertThat(curated.conditions())
                .extracting(ConditionRow::condition)
                .containsExactly(DataCondition.PENDING);
    }

    @Test
    void everySessionFromTheFirstBarToTheHorizonHasACondition() {
        horizon = LocalDate.parse("2025-11-03");
        close("2025-10-28", "10");
        bars.add(Bars.seen(Bars.close("2025-10-30", "10", Provider.YAHOO, Basis.SPLIT)));
        close("2025-10-31", "10");
        close("2025-11-01", "10");

        assertThat(curate().conditions())
                .extracting(row ->
                        "%s %s %d/%d %s"
                                .formatted(
                                        row.tradingDay(),
                                        row.condition().id(),
                                        row.bars(),
                                        row.expectedBars(),
                                        row.reason()))
                .containsExactly(
                        "2025-10-28 available 1/1 ",
                        "2025-10-29 missing 0/1 no provider has a bar",
                        "2025-10-30 missing 0/1 no raw bar, only yahoo split",
                        "2025-10-31 available 1/1 ",
                        "2025-11-01 degraded 1/0 a bar on a day without a session",
                        "2025-11-03 pending 0/1 no bar yet on the newest day");
    }

    @Test
    void anUnexplainedJumpIsAnOpenCaseAndDegradesItsDayOnly() {
        jump();

        Curated curated = curate();

        assertThat(curated.cases())
                .containsExactly(
                        new PriceCaseRow(
                                "ACME-2025-10-29",
                                Symbol.of("ACME"),
                                "ACME",
                                LocalDate.parse("2025-10-29"),
                                LocalDate.parse("2025-10-28"),
                                new BigDecimal("100"),
                                new BigDecimal("50.5"),
                                0.505,
                                "2:1",
                                "open",
                                "",
                                null));
        assertThat(curated.conditions())
                .extracting(ConditionRow::reason)
                .containsExactly("", "unexplained move from 100 to 50.5, like a split 2:1");
        assertThat(curated.dailyBars())
                .as("the factor never comes from the jump alone")
                .allMatch(row -> row.splitFactor().compareTo(BigDecimal.ONE) == 0);
    }

    @Test
    void aSplitExplainsTheJump() {
        jump();
        actions.add(
                Bars.seen(Bars.split("2025-10-29", 2, 1, Provider.YAHOO), "2025-10-30T01:00:00Z"));

        Curated curated = curate();

        assertThat(curated.cases())
                .extracting(PriceCaseRow::status, PriceCaseRow::closedBy, PriceCaseRow::closedAt)
                .containsExactly(
                        tuple(
                                "explained",
                                "split 2:1 (yahoo)",
                                Instant.parse("2025-10-30T01:00:00Z")));
        assertThat(conditions(curated)).containsExactly("available", "available");
        assertThat(curated.dailyBars().get(0).splitFactor()).isEqualByComparingTo("0.5");
    }

    @Test
    void aSplitWhoseDayLiesInAGapOfBarsExplainsTheJumpAfterIt() {
        close("2025-10-24", "100");
        close("2025-10-29", "26");
        actions.add(Bars.seen(Bars.split("2025-10-25", 4, 1, Provider.ALPHA_VANTAGE)));

        assertThat(curate().cases()).extracting(PriceCaseRow::status).containsExactly("explained");
    }

    @Test
    void aSplitOfTheDayBeforesOwnDayExplainsNothing() {
        jump();
        actions.add(Bars.seen(Bars.split("2025-10-28", 2, 1, Provider.ALPHA_VANTAGE)));

        assertThat(curate().cases()).extracting(PriceCaseRow::status).containsExactly("open");
    }

    @Test
    void aSplitThatTheClosesDoNotShowIsACaseToo() {
        close("2025-10-28", "100");
        close("2025-10-29", "101");
        actions.add(Bars.seen(Bars.split("2025-10-29", 4, 1, Provider.ALPHA_VANTAGE)));

        Curated curated = curate();

        assertThat(curated.cases()).extracting(PriceCaseRow::status).containsExactly("open");
        assertThat(conditions(curated)).containsExactly("available", "degraded");
    }

    @Test
    void aSplitOfAnotherRatioDoesNotExplainTheJump() {
        jump();
        actions.add(Bars.seen(Bars.split("2025-10-29", 4, 1, Provider.ALPHA_VANTAGE)));

        assertThat(curate().cases()).extracting(PriceCaseRow::status).containsExactly("open");
    }

    @Test
    void splitAdjustedClosesOfAnotherProviderThatJumpAlikeConfirmTheMove() {
        jump();
        bars.add(Bars.seen(Bars.close("2025-10-28", "10", Provider.YAHOO, Basis.SPLIT)));
        bars.add(Bars.seen(Bars.close("2025-10-29", "5.05", Provider.YAHOO, Basis.SPLIT)));

        Curated curated = curate();

        assertThat(curated.cases())
                .extracting(PriceCaseRow::status, PriceCaseRow::closedBy)
                .containsExactly(tuple("confirmed-move", "split closes of yahoo"));
        assertThat(conditions(curated)).containsExactly("available", "available");
    }

    @Test
    void splitAdjustedClosesThatDoNotJumpConfirmNothing() {
        jump();
        bars.add(Bars.seen(Bars.close("2025-10-28", "50", Provider.YAHOO, Basis.SPLIT)));
        bars.add(Bars.seen(Bars.close("2025-10-29", "50.5", Provider.YAHOO, Basis.SPLIT)));

        assertThat(curate().cases()).extracting(PriceCaseRow::status).containsExactly("open");
    }

    /// Another provider's raw closes jump at a split as well.
    @Test
    void rawClosesOfAnotherProviderConfirmOnlyAMoveThatLooksLikeNoSplit() {
        jump();
        bars.add(Bars.seen(Bars.close("2025-10-28", "100", Provider.ALPACA, Basis.RAW)));
        bars.add(Bars.seen(Bars.close("2025-10-29", "50.5", Provider.ALPACA, Basis.RAW)));
        assertThat(curate().cases()).extracting(PriceCaseRow::status).containsExactly("open");

        bars.clear();
        close("2025-10-28", "100");
        close("2025-10-29", "55");
        bars.add(Bars.seen(Bars.close("2025-10-28", "100", Provider.ALPACA, Basis.RAW)));
        bars.add(Bars.seen(Bars.close("2025-10-29", "55.1", Provider.ALPACA, Basis.RAW)));
        assertThat(curate().cases())
                .extracting(PriceCaseRow::closedBy)
                .containsExactly("raw closes of alpaca");
    }

    @Test
    void aDecisionConfirmsTheMove() {
        jump();
        Instant decidedAt = Instant.parse("2026-11-26T00:00:00Z");
        decisions.add(
                new MoveDecision(
                        Symbol.of("ACME"),
                        LocalDate.parse("2025-10-29"),
                        decidedAt,
                        "raw/decision/ACME-2025-10-29.json"));

        assertThat(curate().cases())
                .extracting(PriceCaseRow::status, PriceCaseRow::closedBy, PriceCaseRow::closedAt)
                .containsExactly(tuple("confirmed-move", "decision", decidedAt));
    }

    @Test
    void jumpsAreLookedForBetweenBarsThatAreNotSuspect() {
        close("2025-10-27", "100");
        close("2025-10-28", "10000");
        close("2025-10-29", "101");

        Curated curated = curate();

        assertThat(curated.cases()).isEmpty();
        assertThat(curated.dailyBars())
                .extracting(row -> row.row().quality())
                .containsExactly("ok", "suspect", "ok");
        assertThat(conditions(curated)).containsExactly("available", "degraded", "available");
    }

    @Test
    void anActionsVersionsAreRowsAndTheNewestCounts() {
        jump();
        actions.add(
                Bars.seen(
                        Bars.split("2025-10-29", 4, 1, Provider.ALPHA_VANTAGE),
                        "2025-10-29T00:00:00Z"));
        actions.add(
                Bars.seen(
                        Bars.split("2025-10-29", 2, 1, Provider.ALPHA_VANTAGE),
                        "2025-10-30T00:00:00Z"));

        Curated curated = curate();

        assertThat(curated.actions())
                .extracting(ActionRow::version, ActionRow::newest)
                .containsExactly(tuple(1, false), tuple(2, true));
        assertThat(curated.cases()).extracting(PriceCaseRow::status).containsExactly("explained");
    }

    @Test
    void nothingObservedIsNoRows() {
        assertThat(curate())
                .isEqualTo(
                        new Curated(
                                List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                                List.of()));
    }

    @Test
    void sessionsSinceTheFirstRunAreMissingWhenNoBarEverCame() {
        Curated curated =
                InstrumentCuration.curate(
                        new Observed(
                                "FB",
                                List.of(),
                                List.of(),
                                List.of(),
                                Optional.of(LocalDate.of(2022, 6, 7)),
                                LocalDate.of(2022, 6, 10)),
                        TradingCalendar.nyse());

        assertThat(curated.dailyBars()).isEmpty();
        assertThat(curated.conditions())
                .extracting(row -> row.tradingDay() + " " + row.condition().id())
                .containsExactly(
                        "2022-06-07 missing",
                        "2022-06-08 missing",
                        "2022-06-09 missing",
                        "2022-06-10 pending");
    }

    private void jump() {
        close("2025-10-28", "100");
        close("2025-10-29", "50.5");
    }

    private void close(String day, String close) {
        bars.add(Bars.seen(Bars.close(day, close)));
    }

    private static List<String> conditions(Curated curated) {
        return curated.conditions().stream().map(row -> row.condition().id()).toList();
    }

    private Curated curate() {
        return InstrumentCuration.curate(
                new Observed("ACME", bars, actions, decisions, Optional.empty(), horizon),
                TradingCalendar.nyse());
    }
}
