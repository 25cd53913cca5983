package dev.bellwether.cli.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.cli.home.FailedException;
import dev.bellwether.cli.store.InMemoryItems;
import dev.bellwether.market.Symbol;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlertTableTest {
    private final InMemoryItems items =
            new InMemoryItems()
                    .with(alert("AAPL", "2025-10-29T13:30:00Z", "a1", Map.of("status", "fired")))
                    .with(alert("MSFT", "2025-10-01T13:30:00Z", "m1", Map.of("receipt", "{}")))
                    .with(Map.of("symbol", "AAPL", "sk", "bar#1d#2025-10-29"))
                    .with(alert("GONE", "2025-10-28T13:30:00Z", "g1", Map.of()))
                    .with(
                            Map.of(
                                    "symbol", "AAPL",
                                    "sk", "alert#2025-09-01#sma-crossover:5,20#up",
                                    "alert_id", "old",
                                    "rule", "sma-crossover:5,20",
                                    "bar_day", "2025-09-01"));

    private final AlertTable table = new AlertTable(items, Symbol.listOf("MSFT,AAPL"));

    @Test
    void theSymbolsAlertsComeOldestFirstThoseOfOlderVersionsToo() {
        assertThat(table.all()).extracting(AlertRow::id).containsExactly("old", "m1", "a1");
        assertThat(table.all().getFirst().cells())
                .containsExactly("old", "AAPL", "sma-crossover:5,20", "", "2025-09-01", "", "", "");
        assertThat(table.all().getLast().cells())
                .containsExactly(
                        "a1", "AAPL", "sma-daily", "1d", "2025-10-29T13:30:00Z", "up", "fired", "");
    }

    @Test
    void aStretchOfTimeEndsNowOrWithTheNewestAlert() {
        List<AlertRow> all = table.all();

        assertThat(AlertTable.last(all, Duration.ofDays(28), Optional.empty()))
                .extracting(AlertRow::id)
                .containsExactly("m1", "a1");
        assertThat(
                        AlertTable.last(
                                all,
                                Duration.ofDays(28),
                                Optional.of(Instant.parse("2025-11-01T00:00:00Z"))))
                .extracting(AlertRow::id)
                .containsExactly("a1");
        assertThat(AlertTable.last(List.of(), Duration.ofDays(1), Optional.empty())).isEmpty();
    }

    @Test
    void anAlertIsFoundByItsId() {
        assertThat(table.find("m1"))
                .hasValueSatisfying(alert -> assertThat(alert.receipt()).contains("{}"));
        assertThat(table.find("g1")).isEmpty();
    }

    @Test
    void aTestIsGoodWhenEveryChannelThatIsThereHasSent() {
        assertThat(answer("sent", "not-configured").isSent()).isTrue();
        assertThat(answer("sent", "failed").isSent()).isFalse();
        assertThat(answer("not-configured").isSent()).isFalse();
        assertThatThrownBy(() -> TestAnswer.read("{}"))
                .isInstanceOf(FailedException.class)
                .hasMessageContaining("{}");
    }

    private static TestAnswer answer(String... outcomes) {
        return TestAnswer.read(
                "{\"outcomes\":[%s]}"
                        .formatted(
                                String.join(
                                        ",",
                                        List.of(outcomes).stream()
                                                .map(
                                                        "{\"channel\":\"x\",\"outcome\":\"%s\",\"reason\":null}"
                                                                ::formatted)
                                                .toList())));
    }

    private static Map<String, String> alert(
            String symbol, String bar, String id, Map<String, String> more) {
        Map<String, String> item = new HashMap<>(more);
        item.put("symbol", symbol);
        item.put("sk", "alert#" + bar + "#" + id);
        item.put("alert_id", id);
        item.put("rule_id", "sma-daily");
        item.put("timeframe", "1d");
        item.put("bar_start", bar);
        item.put("direction", "up");
        return item;
    }
}
