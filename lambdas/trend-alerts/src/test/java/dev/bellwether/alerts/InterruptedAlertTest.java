package dev.bellwether.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.alerts.Effects.Mishap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Whatever call goes wrong, there is one row, one object, and at least one message; a message
/// repeats, with the same id, only when the function learned of its sending but could not mark it,
/// or did not learn of it.
class InterruptedAlertTest {
    private static final int CROSSING = 25;
    private static final int WHOLE_HISTORY = 100;

    /// The calls of an undisturbed run.
    private static final int RULES = 0;

    private static final int BARS = 1;
    private static final int ROWS = 2;
    private static final int INSERT = 3;
    private static final int FIND = 4;
    private static final int LAKE = 5;
    private static final int PUBLISH = 6;
    private static final int MARK = 7;

    @Test
    void anUndisturbedRunMakesEightCalls() {
        Effects effects = Effects.undisturbed();

        assertThat(run(effects).messages).hasSize(1);

        assertThat(effects.count()).isEqualTo(MARK + 1);
    }

    @Test
    void aMishapBeforeTheMessageCostsNothing() {
        for (int call : List.of(RULES, BARS, ROWS, INSERT, FIND, LAKE)) {
            for (Mishap mishap : Mishap.values()) {
                assertMessages(1, Map.of(call, mishap));
            }
        }
        assertMessages(1, Map.of(PUBLISH, Mishap.KILLED_BEFORE));
        assertMessages(1, Map.of(PUBLISH, Mishap.FAILED_BEFORE));
    }

    @Test
    void aMishapBetweenMessageAndMarkRepeatsTheMessageOnce() {
        assertMessages(2, Map.of(PUBLISH, Mishap.KILLED_AFTER));
        assertMessages(2, Map.of(PUBLISH, Mishap.FAILED_AFTER));
        assertMessages(2, Map.of(MARK, Mishap.KILLED_BEFORE));
        assertMessages(2, Map.of(MARK, Mishap.FAILED_BEFORE));
    }

    @Test
    void aMishapAfterTheMarkCostsNothing() {
        assertMessages(1, Map.of(MARK, Mishap.KILLED_AFTER));
        assertMessages(1, Map.of(MARK, Mishap.FAILED_AFTER));
    }

    @Test
    void anyTwoMishapsLoseNothing() {
        for (int first = 0; first < 18; first++) {
            for (int second = first + 1; second < 18; second++) {
                for (Mishap one : Mishap.values()) {
                    for (Mishap other : Mishap.values()) {
                        MarketInMemory market = run(new Effects(Map.of(first, one, second, other)));
                        assertThat(market.messages).hasSizeBetween(1, 3);
                    }
                }
            }
        }
    }

    private static void assertMessages(int expected, Map<Integer, Mishap> mishaps) {
        assertThat(run(new Effects(mishaps)).messages).as(mishaps.toString()).hasSize(expected);
    }

    private static MarketInMemory run(Effects effects) {
        MarketInMemory market = new MarketInMemory(effects);
        market.backfill(ChangeBatchTest.levelThenDip(CROSSING));
        market.storeOfItsDay(CROSSING, 100);
        new StreamReader(WHOLE_HISTORY).drain(market, ChangeBatchTest.function(market));

        assertThat(market.alertRows()).hasSize(1);
        assertThat(market.alertRows().getFirst().find("sent_at")).isPresent();
        Set<String> ids =
                market.messages.stream()
                        .map(row -> row.text("alert_id"))
                        .collect(Collectors.toSet());
        assertThat(ids).hasSize(1);
        assertThat(market.lake)
                .containsOnlyKeys("alerts/dt=2025-02-10/%s.json".formatted(ids.iterator().next()));
        return market;
    }
}
