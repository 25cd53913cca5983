package dev.bellwether.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.market.Provider;
import dev.bellwether.market.Symbol;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlphaVantageTest {
    private static final Symbol AAPL = Symbol.of("AAPL");
    private static final String KEY = "ABCDEFGHIJKLMNOP";
    private static final Market MARKET = SyntheticMarket.of(List.of(AAPL));

    @Test
    void aPremiumKeyGetsTheFullHistoryByteForByte() {
        try (SimulatorClient client = premium()) {
            HttpResponse<String> answer = client.daily("AAPL", "full", KEY);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type"))
                    .contains("application/x-download");
            assertThat(answer.body().getBytes(StandardCharsets.UTF_8))
                    .isEqualTo(MARKET.dailyCsv(AAPL));
        }
    }

    @Test
    void compactIsTheNewestHundredRows() {
        try (SimulatorClient client = premium()) {
            String full = new String(MARKET.dailyCsv(AAPL), StandardCharsets.UTF_8);

            String compact = client.daily("AAPL", "compact", KEY).body();

            assertThat(compact.lines()).hasSize(101);
            assertThat(full).startsWith(compact);
        }
    }

    @Test
    void compactOfAnOldestFirstFileIsItsEnd() {
        byte[] csv = oldestFirst(150);

        String compact = new String(AlphaVantageCsv.compact(csv), StandardCharsets.UTF_8);

        assertThat(compact.lines()).hasSize(101);
        assertThat(new String(csv, StandardCharsets.UTF_8))
                .endsWith(compact.substring(compact.indexOf('\n') + 1));
    }

    @Test
    void failuresComeInJsonUnder200() {
        try (SimulatorClient client = premium()) {
            HttpResponse<String> unknown = client.daily("NOSUCH", "full", KEY);

            assertThat(unknown.statusCode()).isEqualTo(200);
            assertThat(unknown.headers().firstValue("Content-Type")).contains("application/json");
            assertThat(unknown.body())
                    .startsWith("{\n \"Error Message\": \"Invalid API call.")
                    .contains("for TIME_SERIES_DAILY.");
            assertThat(client.daily("AAPL", "full", "").body())
                    .contains("\"Error Message\": \"the parameter apikey is invalid or missing.");
            assertThat(client.daily("not%20a%20symbol", "full", KEY).body())
                    .contains("Invalid API call.");
        }
    }

    @Test
    void aFreeKeyGetsTheNewestHundredDaysAndNoFullHistory() {
        SteppingClock clock = new SteppingClock(Instant.parse("2026-10-30T22:00:00Z"));
        try (SimulatorClient client = free(clock)) {
            assertThat(client.daily("AAPL", "full", KEY).body())
                    .contains(
                            "The outputsize=full parameter value is a premium feature for the TIME_SERIES_DAILY endpoint.");
            clock.step(1_000);
            assertThat(client.daily("AAPL", "compact", KEY).body().lines()).hasSize(101);
        }
    }

    @Test
    void aFreeKeyIsRefusedWithinASecond() {
        SteppingClock clock = new SteppingClock(Instant.parse("2026-10-30T22:00:00Z"));
        try (SimulatorClient client = free(clock)) {
            client.daily("AAPL", "compact", KEY);
            clock.step(999);
            assertThat(client.daily("AAPL", "compact", KEY).body())
                    .contains(
                            "spreading out your free API requests more sparingly (1 request per second)");
            assertThat(client.daily("AAPL", "compact", "ANOTHERKEY").body())
                    .startsWith("timestamp,");
            clock.step(1_000);
            assertThat(client.daily("AAPL", "compact", KEY).body()).startsWith("timestamp,");
        }
    }

    @Test
    void aFreeKeysTwentySixthCallOfADayIsRefusedAndNamesTheKey() {
        SteppingClock clock = new SteppingClock(Instant.parse("2026-10-30T22:00:00Z"));
        try (SimulatorClient client = free(clock)) {
            for (int call = 1; call <= 25; call++) {
                assertThat(client.daily("AAPL", "compact", KEY).body())
                        .as("call %d", call)
                        .startsWith("timestamp,");
                clock.step(1_000);
            }
            assertThat(client.daily("AAPL", "compact", KEY).body())
                    .contains(
                            "We have detected your API key as "
                                    + KEY
                                    + " and our standard API rate limit is 25");
            clock.step(24 * 3_600_000L);
            assertThat(client.daily("AAPL", "compact", KEY).body()).startsWith("timestamp,");
        }
    }

    @Test
    void requestsAreCounted() {
        ProviderSimulator simulator = ProviderSimulator.start(MARKET, SimulatorSettings.premium());
        try (SimulatorClient client = new SimulatorClient(simulator)) {
            client.daily("AAPL", "full", KEY);
            client.daily("NOSUCH", "full", KEY);

            assertThat(simulator.requests(Provider.ALPHA_VANTAGE)).isEqualTo(2);
            assertThat(simulator.requests(Provider.YAHOO)).isZero();
        }
    }

    private static byte[] oldestFirst(int rows) {
        List<String> newestFirst = AlphaVantageCsv.rows(MARKET.dailyCsv(AAPL)).subList(0, rows);
        return AlphaVantageCsv.join(
                "timestamp,open,high,low,close,volume\r\n", newestFirst.reversed());
    }

    private static SimulatorClient premium() {
        return new SimulatorClient(ProviderSimulator.start(MARKET, SimulatorSettings.premium()));
    }

    private static SimulatorClient free(InstantSource clock) {
        return new SimulatorClient(
                ProviderSimulator.start(MARKET, SimulatorSettings.freeKey(clock)));
    }
}
