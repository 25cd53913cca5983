package dev.bellwether.market.rule.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bellwether.market.ClosedBar;
import dev.bellwether.market.SeriesFacts;
import dev.bellwether.market.rule.AlertReceipt;
import dev.bellwether.market.rule.Bars;
import dev.bellwether.market.rule.Fire;
import dev.bellwether.market.rule.RuleDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertReceiptJsonTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "sma-crossover:5,20",
                "percent-change:1",
                "percent-change:2sd",
                "price-level:10",
                "rsi-threshold:14,60"
            })
    void aReceiptComesBackAndFiresAgainUnderTheSameId(String kind) {
        for (RuleDefinition rule : List.of(Bars.plain(kind), Bars.live(kind))) {
            List<Fire> fires = new ArrayList<>();
            for (long seed = 1; seed <= 10; seed++) {
                List<ClosedBar> bars = Bars.tieWalk(seed, 400);
                fires.addAll(
                        Bars.fires(
                                rule,
                                bars,
                                Bars.splits(Bars.split(bars.get(200).tradingDay(), 3, 2))));
            }
            assertThat(fires).as("%s", rule).isNotEmpty();
            for (Fire fire : fires) {
                AlertReceipt receipt = AlertReceipt.of(fire);
                AlertReceipt read = AlertReceiptJson.read(AlertReceiptJson.write(receipt));

                assertThat(read).isEqualTo(receipt);
                assertThat(read.replay(Bars.NYSE))
                        .isEqualTo(
                                new AlertReceipt.Replay(Optional.of(fire.alertId()), fire.after()));
            }
        }
    }

    @Test
    void aBarThatWasCorrectedDoesNotFireAgain() {
        List<ClosedBar> bars = Bars.daily("99", "101");
        AlertReceipt receipt =
                AlertReceipt.of(
                        Bars.fires(Bars.plain("price-level:100"), bars, SeriesFacts.NONE)
                                .getFirst());
        AlertReceipt corrected =
                new AlertReceipt(
                        receipt.rule(),
                        receipt.symbol(),
                        receipt.before(),
                        receipt.after(),
                        Bars.daily("99", "99.5"));

        assertThat(corrected.replay(Bars.NYSE).alertId()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{}",
                "{\"rule\":{\"id\":\"a\",\"version\":1,\"kind\":\"price-level:1\",\"feed\":\"f\",\"basis\":\"raw\","
                        + "\"timeframe\":\"1d\",\"band\":\"0\"},\"symbol\":\"A\",\"state_before\":\"x\",\"state_after\":\"x\"}",
                "{\"rule\":{\"id\":\"a\",\"version\":1,\"kind\":\"price-level:1\",\"feed\":\"f\",\"basis\":\"raw\","
                        + "\"timeframe\":\"1d\",\"band\":\"0\"},\"symbol\":\"A\","
                        + "\"state_before\":\"BELOW|BELOW|now|today|0|1 1\",\"state_after\":\"ABOVE|ABOVE|||0|1 1\",\"bars\":[]}"
            })
    void whatIsNoReceiptIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> AlertReceiptJson.read(text));
    }
}
