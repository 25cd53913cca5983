package dev.bellwether.cli.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.market.Basis;
import dev.bellwether.market.ClosedBar;
import dev.bellwether.market.SeriesFacts;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.Timeframe;
import dev.bellwether.market.TradingCalendar;
import dev.bellwether.market.rule.AlertReceipt;
import dev.bellwether.market.rule.Fire;
import dev.bellwether.market.rule.RuleDefinition;
import dev.bellwether.market.rule.RuleKind;
import dev.bellwether.market.rule.RuleRun;
import dev.bellwether.market.rule.Screening;
import dev.bellwether.market.rule.wire.AlertReceiptJson;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    private static final Instant OPEN = Instant.parse("2025-10-29T13:30:00Z");
    private static final Fire FIRE = fire();
    private static final String RECEIPT = AlertReceiptJson.write(AlertReceipt.of(FIRE));

    @Test
    void anAlertIsReproducedFromItsReceipt() {
        Explanation explanation = Explanation.of(row(FIRE.alertId()), RECEIPT);

        assertThat(explanation.isReproduced()).isTrue();
        assertThat(explanation.facts().rows())
                .contains(
                        List.of("kind", "sma-crossover:1,3"),
                        List.of("feed", "sampled"),
                        List.of("replayed alert", FIRE.alertId()),
                        List.of("replay", "the same"));
        assertThat(explanation.bars().rows()).hasSize(FIRE.bars().size());
    }

    @Test
    void anotherBarOrAnotherIdIsADifference() {
        String tampered = RECEIPT.replace("\"close\":\"9\"", "\"close\":\"4\"");

        assertThat(tampered).isNotEqualTo(RECEIPT);
        assertThat(Explanation.of(row(FIRE.alertId()), tampered).isReproduced()).isFalse();
        assertThat(Explanation.of(row("other"), RECEIPT).isReproduced()).isFalse();
        assertThat(Explanation.of(row("other"), RECEIPT).facts().rows())
                .contains(List.of("replay", "DIFFERS"));
    }

    private static AlertRow row(String id) {
        return new AlertRow(Map.of("alert_id", id, "symbol", "AAPL", "direction", "up"));
    }

    /// Falling closes, then a jump over their average.
    private static Fire fire() {
        int[] closes = {8, 7, 6, 5, 9};
        List<ClosedBar> bars =
                IntStream.range(0, closes.length)
                        .mapToObj(i -> bar(OPEN.plusSeconds(900L * i), closes[i]))
                        .toList();
        return RuleRun.fires(
                        new RuleDefinition(
                                "fast",
                                1,
                                RuleKind.parse("sma-crossover:1,3"),
                                "sampled",
                                Basis.RAW,
                                Timeframe.FIFTEEN_MINUTES,
                                BigDecimal.ZERO,
                                0,
                                5),
                        Symbol.of("AAPL"),
                        bars,
                        SeriesFacts.NONE,
                        Screening.NONE,
                        TradingCalendar.nyse())
                .getLast();
    }

    private static ClosedBar bar(Instant start, int close) {
        BigDecimal price = BigDecimal.valueOf(close);
        return new ClosedBar(start, LocalDate.of(2025, 10, 29), price, price, price, price, 10, 1);
    }
}
