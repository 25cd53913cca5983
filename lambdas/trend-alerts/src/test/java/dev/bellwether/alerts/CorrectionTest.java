package dev.bellwether.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.market.rule.Rule;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The same series as in [ChangeBatchTest]: an up-crossing at bar 25.
class CorrectionTest {
    private static final int CROSSING = 25;

    private final MarketInMemory market = new MarketInMemory(Effects.undisturbed());
    private final StreamReader reader = new StreamReader();

    @Test
    void aCorrectionThatVoidsAnAlertRetractsIt() {
        crossingOfItsDay();

        market.restate(CROSSING, 80, CROSSING + 1);
        drain();

        assertThat(market.alertRows())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.text("status")).isEqualTo("retracted");
                    assertThat(row.text("retracted_at"))
                            .isEqualTo(MarketInMemory.scheduledAt(CROSSING + 1).toString());
                    assertThat(row.text("sent_at")).isNotEmpty();
                });
    }

    @Test
    void aCorrectionOfAnOlderBarVoidsToo() {
        crossingOfItsDay();

        market.restate(CROSSING - 1, 80, CROSSING + 1);
        drain();

        assertThat(statuses()).containsExactly("retracted");
    }

    @Test
    void aCorrectionThatLeavesTheCrossingLeavesTheAlert() {
        crossingOfItsDay();

        market.restate(CROSSING, 101, CROSSING + 1);
        drain();

        assertThat(statuses()).containsExactly("fired");
        assertThat(market.messages).hasSize(1);
    }

    @Test
    void aRetractionIsFinalAndAReinstatedCrossingIsNotedOnce() {
        crossingOfItsDay();
        market.restate(CROSSING, 80, CROSSING + 1);
        drain();

        market.restate(CROSSING, 100, CROSSING + 2);
        drain();
        market.restate(CROSSING, 101, CROSSING + 3);
        drain();

        assertThat(market.alertRows())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.text("status")).isEqualTo("retracted");
                    assertThat(row.text("reinstated_at"))
                            .isEqualTo(MarketInMemory.scheduledAt(CROSSING + 2).toString());
                });
        assertThat(market.messages).hasSize(1);
    }

    @Test
    void aCrossingThatACorrectionMakesAfterItsDayIsRecordedAndNotSent() {
        market.backfill(ChangeBatchTest.levelThenDip(CROSSING - 1));
        market.storeOfItsDay(CROSSING - 1, 80);
        market.storeOfItsDay(CROSSING, 100);
        market.storeOfItsDay(CROSSING + 1, 100);
        drain();
        assertThat(market.alertRows()).isEmpty();

        market.restate(CROSSING - 1, 100, CROSSING + 2);
        drain();

        assertThat(statuses()).containsExactly("recorded");
        assertThat(market.messages).isEmpty();
    }

    @Test
    void aCorrectionInTheSameRunIsNews() {
        market.backfill(ChangeBatchTest.levelThenDip(CROSSING - 1));
        market.storeOfItsDay(CROSSING - 1, 80);
        drain();

        market.restate(CROSSING - 1, 100, CROSSING);
        market.storeOfItsDay(CROSSING, 100);
        drain();

        assertThat(statuses()).containsExactly("fired");
        assertThat(market.messages).hasSize(1);
    }

    @Test
    void aCorrectionThatOvertakesTheAlertOfItsDayMakesNoRow() {
        market.backfill(ChangeBatchTest.levelThenDip(CROSSING));
        market.storeOfItsDay(CROSSING, 100);
        market.restate(CROSSING, 80, CROSSING + 1);

        drain();

        assertThat(market.alertRows()).isEmpty();
    }

    @Test
    void aMutedRulesAlertsAreRecorded() {
        Rule muted =
                TestRules.SMA.mutedUntil(
                        Optional.of(MarketInMemory.scheduledAt(CROSSING).plusSeconds(1)));
        setRules(muted);

        crossingOfItsDay();

        assertThat(statuses()).containsExactly("recorded");
        assertThat(market.messages).isEmpty();
    }

    @Test
    void aMuteThatHasEndedDoesNotHold() {
        setRules(TestRules.SMA.mutedUntil(Optional.of(MarketInMemory.scheduledAt(CROSSING))));

        crossingOfItsDay();

        assertThat(statuses()).containsExactly("fired");
    }

    @Test
    void aDisabledRuleIsNotEvaluated() {
        setRules(TestRules.SMA.with(Rule.Status.DISABLED));

        crossingOfItsDay();

        assertThat(market.alertRows()).isEmpty();
    }

    @Test
    void aRuleTakesEffectWithTheNextBar() {
        setRules(
                TestRules.since(
                        TestRules.SMA, MarketInMemory.scheduledAt(CROSSING).plusSeconds(1)));
        crossingOfItsDay();
        assertThat(market.alertRows()).isEmpty();

        setRules(TestRules.since(TestRules.SMA, MarketInMemory.scheduledAt(CROSSING)));
        reader.rewind();
        drain();

        assertThat(statuses()).containsExactly("fired");
    }

    @Test
    void everyRuleHasItsOwnAlert() {
        setRules(
                TestRules.SMA,
                TestRules.daily("level", "price-level:95"),
                TestRules.daily("move", "percent-change:5"));
        market.backfill(ChangeBatchTest.levelThenDip(CROSSING));
        drain();

        market.storeOfItsDay(CROSSING, 110);
        drain();

        assertThat(market.alertRows())
                .extracting(row -> row.text("rule_id"))
                .containsExactlyInAnyOrder("sma", "move");
        assertThat(market.messages)
                .extracting(row -> row.text("message"))
                .contains(
                        "AAPL: rose 10 % on 2025-02-10. Close 110.00 after 100.00, limit 5 %. Rule percent-change:5."
                                + " Not investment advice.");
    }

    @Test
    void aJumpThatNoSplitExplainsFiresNothing() {
        setRules(TestRules.SMA, TestRules.daily("move", "percent-change:5"));
        market.backfill(ChangeBatchTest.levelThenDip(CROSSING));
        market.storeOfItsDay(CROSSING, 25);

        drain();

        assertThat(market.alertRows()).isEmpty();
    }

    @Test
    void aRowThatIsNoRuleIsQuarantinedOnceAndTheOthersHold() {
        market.unreadable.add(
                new RuleBook.Unreadable(
                        market.ruleRow("mine", "sma-crossover:20,5"), "the fast average first"));

        crossingOfItsDay();

        assertThat(statuses()).containsExactly("fired");
        assertThat(market.lake.keySet())
                .filteredOn(key -> key.startsWith("quarantine/"))
                .hasSize(1);
        assertThat(market.lake.lastEntry().getValue()).contains("the fast average first");
    }

    private void crossingOfItsDay() {
        market.backfill(ChangeBatchTest.levelThenDip(CROSSING));
        market.storeOfItsDay(CROSSING, 100);
        drain();
    }

    private void setRules(Rule... rules) {
        market.rules.clear();
        market.rules.addAll(List.of(rules));
    }

    private List<String> statuses() {
        return market.alertRows().stream().map(row -> row.text("status")).toList();
    }

    private void drain() {
        reader.drain(market, ChangeBatchTest.function(market));
    }
}
