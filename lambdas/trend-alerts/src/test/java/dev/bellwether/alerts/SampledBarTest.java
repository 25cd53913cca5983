package dev.bellwether.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.market.Timeframe;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Rules on bars that were made out of quotes.
class SampledBarTest {
    private static final Instant OPEN = Instant.parse("2025-02-10T14:30:00Z");
    private static final Duration BAR = Duration.ofMinutes(15);

    private final MarketInMemory market = new MarketInMemory(Effects.undisturbed());
    private final StreamReader reader = new StreamReader();

    SampledBarTest() {
        market.rules.clear();
        market.rules.add(
                TestRules.rule("level", "price-level:100", "sampled", Timeframe.FIFTEEN_MINUTES));
    }

    @Test
    void aBarThatClosesAcrossTheLevelFires() {
        store(0, 99, 1, Duration.ofMinutes(1));
        store(1, 101, 1, Duration.ofMinutes(1));

        drain();

        assertThat(market.messages)
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.text("sk")).startsWith("alert#2025-02-10T14:45:00Z#");
                    assertThat(row.text("created_at")).isEqualTo("2025-02-10T15:01:00Z");
                    assertThat(row.text("message"))
                            .startsWith(
                                    "AAPL: closed above 100.00 on 2025-02-10 in the 15m bar of 09:45. Close 101.00 after 99.00.");
                });
    }

    @Test
    void aLateQuoteThatVoidsTheCrossingRetracts() {
        store(0, 99, 1, Duration.ofMinutes(1));
        store(1, 101, 1, Duration.ofMinutes(1));
        drain();

        store(1, 99, 2, Duration.ofMinutes(5));
        drain();

        assertThat(market.alertRows())
                .extracting(row -> row.text("status"))
                .containsExactly("retracted");
    }

    @Test
    void aBarThatIsOldWhenItClosesIsNoNews() {
        store(0, 99, 1, Duration.ofMinutes(1));
        store(1, 101, 1, Duration.ofHours(18));

        drain();

        assertThat(market.alertRows()).isEmpty();
    }

    @Test
    void barsOfAnotherTimeframeAreNotComparedWith() {
        store(0, 99, 1, Duration.ofMinutes(1));
        change("sampled#5m#" + OPEN, "5m", OPEN, 120, 1, OPEN.plusSeconds(360));
        store(1, 98, 1, Duration.ofMinutes(1));

        drain();

        assertThat(market.alertRows()).isEmpty();
    }

    private void store(int place, int close, int version, Duration afterEnd) {
        Instant start = OPEN.plus(BAR.multipliedBy(place));
        change(
                "sampled#15m#" + start,
                "15m",
                start,
                close,
                version,
                start.plus(BAR).plus(afterEnd));
    }

    private void change(
            String sortKey,
            String timeframe,
            Instant start,
            int close,
            int version,
            Instant closedAt) {
        Map<String, String> bar = new HashMap<>();
        bar.put("symbol", "AAPL");
        bar.put("sk", sortKey);
        bar.put("timeframe", timeframe);
        bar.put("start", start.toString());
        bar.put("trading_day", "2025-02-10");
        for (String price : List.of("open", "high", "low", "close")) {
            bar.put(price, Integer.toString(close));
        }
        bar.put("volume", "10");
        bar.put("version", Integer.toString(version));
        bar.put("closed_at", closedAt.toString());
        market.change(new Item(bar));
    }

    private void drain() {
        reader.drain(market, ChangeBatchTest.function(market));
    }
}
