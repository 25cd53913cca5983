package dev.bellwether.ingest.yahoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.market.Symbol;
import java.util.HashMap;
import java.util.Map;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YahooSettingsTest {
    private static final Map<String, String> REQUIRED =
            Map.of("SYMBOLS", "AAPL, MSFT", "QUOTE_STREAM", "Quotes", "AWS_REGION", "eu-central-1");

    @Test
    void theProviderItselfIsAskedUnlessToldOtherwise() {
        assertThat(YahooSettings.from(REQUIRED))
                .isEqualTo(
                        new YahooSettings(
                                Symbol.listOf("AAPL,MSFT"),
                                "Quotes",
                                HttpUrl.get("https://query1.finance.yahoo.com"),
                                "eu-central-1"));
    }

    @Test
    void theEndpointCanBeSet() {
        Map<String, String> environment = new HashMap<>(REQUIRED);
        environment.put("PROVIDER_ENDPOINT_URL_YAHOO", "http://127.0.0.1:8080");

        assertThat(YahooSettings.from(environment).endpoint())
                .isEqualTo(HttpUrl.get("http://127.0.0.1:8080"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SYMBOLS", "QUOTE_STREAM", "AWS_REGION"})
    void aMissingVariableIsNamed(String name) {
        Map<String, String> environment = new HashMap<>(REQUIRED);
        environment.remove(name);

        assertThatThrownBy(() -> YahooSettings.from(environment))
                .hasMessageStartingWith(name + " is not set");
    }
}
