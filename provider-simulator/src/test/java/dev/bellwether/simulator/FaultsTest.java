package dev.bellwether.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.market.Provider;
import dev.bellwether.market.Session;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultsTest {
    private static final List<Provider> SIMULATED = List.of(Provider.ALPHA_VANTAGE, Provider.YAHOO);
    private static final Symbol AAPL = Symbol.of("AAPL");
    private static final Symbol MSFT = Symbol.of("MSFT");
    private static final String KEY = "ABC/DEF";
    private static final Market MARKET = SyntheticMarket.of(List.of(AAPL, MSFT));
    private static final Session SESSION =
            TradingCalendar.nyse().findSession(LocalDate.of(2026, 10, 30)).orElseThrow();

    private final ProviderSimulator simulator =
            ProviderSimulator.start(
                    MARKET, SimulatorSettings.premium().withSlowness(Duration.ofMinutes(10)));
    private final SimulatorClient client = new SimulatorClient(simulator);

    @AfterEach
    void stop() {
        client.close();
    }

    @Test
    void aThrottleTextComesUnder200() {
        simulator.misbehave(Faults.none().with(Provider.ALPHA_VANTAGE, AAPL, Fault.THROTTLE));

        HttpResponse<String> answer = daily("AAPL");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .startsWith("{\n \"Information\": \"Thank you for using Alpha Vantage!");
        assertThat(daily("MSFT").body()).isEqualTo(right(MSFT));
    }

    @Test
    void anEchoedKeyStandsInBodyAndHeader() {
        simulator.misbehave(Faults.none().withAll(Provider.ALPHA_VANTAGE, Fault.KEY_ECHO));

        HttpResponse<String> answer = daily("AAPL");

        assertThat(answer.body()).contains("detected your API key as ABC/DEF and");
        assertThat(answer.headers().firstValue("X-Request-Uri").orElseThrow())
                .endsWith("apikey=ABC%2FDEF");
    }

    @Test
    void rowFaultsChangeTheirOwnRowsAndLeaveTheNewest() {
        simulator.misbehave(
                Faults.parse(
                        "alphavantage:AAPL:high-below-low,alphavantage:AAPL:negative-volume,alphavantage:AAPL:duplicate-row,"
                                + "alphavantage:AAPL:conflicting-row,alphavantage:AAPL:restated-bar"));
        List<String> right = right(AAPL).lines().toList();

        List<String> rows = daily("AAPL").body().lines().toList();

        assertThat(rows).hasSize(right.size() + 2);
        assertThat(rows.subList(0, 2)).isEqualTo(right.subList(0, 2));
        String[] swapped = rows.get(2).split(",", -1);
        assertThat(Double.parseDouble(swapped[2])).isLessThan(Double.parseDouble(swapped[3]));
        assertThat(rows.get(3).split(",", -1)[5]).startsWith("-");
        assertThat(rows.get(4)).isEqualTo(right.get(4)).isEqualTo(rows.get(5));
        assertThat(rows.get(6)).isEqualTo(right.get(5));
        assertThat(rows.get(7))
                .startsWith(right.get(5).substring(0, 10))
                .isNotEqualTo(right.get(5));
        assertThat(rows.get(8))
                .startsWith(right.get(6).substring(0, 10))
                .isNotEqualTo(right.get(6));
        assertThat(rows.subList(9, rows.size())).isEqualTo(right.subList(7, right.size()));
    }

    @Test
    void aTruncatedCsvEndsInTheMiddleOfARow() {
        simulator.misbehave(Faults.none().withAll(Provider.ALPHA_VANTAGE, Fault.TRUNCATED));

        String body = daily("AAPL").body();

        assertThat(right(AAPL)).startsWith(body);
        assertThat(body.lines().toList().getLast())
                .matches("\\d{4}-\\d\\d-\\d\\d,[0-9.]+,[0-9.]+,\\d");
    }

    @Test
    void statusAndPageFaultsHoldForBothProviders() {
        for (Provider provider : SIMULATED) {
            simulator.misbehave(Faults.none().withAll(provider, Fault.SERVER_ERROR));
            assertThat(ask(provider).statusCode()).isEqualTo(500);
            simulator.misbehave(Faults.none().withAll(provider, Fault.TOO_MANY_REQUESTS));
            assertThat(ask(provider).statusCode()).isEqualTo(429);
            simulator.misbehave(Faults.none().withAll(provider, Fault.HTML_PAGE));
            HttpResponse<String> page = ask(provider);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).startsWith("<!DOCTYPE html>");
            simulator.misbehave(Faults.none());
            assertThat(ask(provider).body()).doesNotStartWith("<");
        }
    }

    @Test
    void quotesCanBeImpossibleRaggedOrCutOff() {
        simulator.misbehave(Faults.parse("yahoo:AAPL:high-below-low, yahoo:AAPL:negative-volume"));
        assertThat(ask(Provider.YAHOO).body()).contains("\"volume\":[-");
        simulator.misbehave(Faults.none().with(Provider.YAHOO, AAPL, Fault.RAGGED_ARRAYS));
        assertThat(ask(Provider.YAHOO).body()).contains("\"high\":[]}]");
        simulator.misbehave(Faults.none().with(Provider.YAHOO, AAPL, Fault.TRUNCATED));
        assertThat(ask(Provider.YAHOO).body()).startsWith("{\"chart\":").doesNotEndWith("}");
    }

    @Test
    void aFaultCanPassAfterSomeRequests() {
        simulator.misbehave(Faults.parse("alphavantage:*:server-error:2"));

        assertThat(daily("AAPL").statusCode()).isEqualTo(500);
        assertThat(daily("MSFT").statusCode()).isEqualTo(500);
        assertThat(daily("AAPL").statusCode()).isEqualTo(200);
    }

    @Test
    void aSlowAnswerKeepsTheCallerWaitingAndEndsWithTheSimulator() {
        simulator.misbehave(Faults.none().withAll(Provider.ALPHA_VANTAGE, Fault.SLOW));

        assertThatThrownBy(() ->
                        client.send(
                                simulator.alphaVantageUrl() + "/query?symbol=AAPL",
                                Duration.ofMillis(50)))
                .isInstanceOf(UncheckedIOException.class)
                .hasCauseInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void whatCannotBeIsRefusedInWords() {
        assertThatThrownBy(() -> Faults.parse("alphavantage:AAPL"))
                .hasMessageContaining("write provider:symbol:fault");
        assertThatThrownBy(() -> Faults.parse("alphavantage:AAPL:nonsense"))
                .hasMessageContaining("known are throttle, html-page");
        assertThatThrownBy(() -> Faults.parse("yahoo:AAPL:key-echo"))
                .hasMessage("yahoo cannot have the fault key-echo");
        assertThatThrownBy(() -> Faults.parse("yahoo:AAPL:slow:often"))
                .hasMessageContaining("no number of times");
        assertThatThrownBy(() -> Faults.parse("yahoo:AAPL:slow:0")).hasMessageContaining("is none");
    }

    private HttpResponse<String> daily(String symbol) {
        return client.daily(symbol, "full", KEY);
    }

    private HttpResponse<String> ask(Provider provider) {
        return switch (provider) {
            case ALPHA_VANTAGE -> daily("AAPL");
            case YAHOO -> client.chart("AAPL", SESSION.open(), SESSION.close());
            case ALPACA -> throw new IllegalArgumentException("The simulator has no " + provider);
        };
    }

    private static String right(Symbol symbol) {
        return new String(MARKET.dailyCsv(symbol), StandardCharsets.UTF_8);
    }
}
