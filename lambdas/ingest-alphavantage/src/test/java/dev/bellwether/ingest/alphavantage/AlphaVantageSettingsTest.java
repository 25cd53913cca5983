package dev.bellwether.ingest.alphavantage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.market.Symbol;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlphaVantageSettingsTest {
    private static final Map<String, String> REQUIRED =
            Map.of(
                    "SYMBOLS", "AAPL,MSFT",
                    "LAKE_BUCKET", "lake",
                    "MARKET_TABLE", "Market",
                    "ALPHAVANTAGE_KEY_PARAMETER", "/bellwether/key",
                    "AWS_REGION", "eu-central-1");

    @Test
    void theProviderItselfIsAskedOnceInElevenTenthsOfASecondUnlessToldOtherwise() {
        AlphaVantageSettings settings = AlphaVantageSettings.from(REQUIRED);

        assertThat(settings)
                .isEqualTo(
                        new AlphaVantageSettings(
                                Symbol.listOf("AAPL,MSFT"),
                                "lake",
                                "Market",
                                "/bellwether/key",
                                Duration.ofMillis(1100),
                                HttpUrl.get("https://www.alphavantage.co"),
                                "eu-central-1"));
    }

    @Test
    void spacingAndEndpointCanBeSet() {
        AlphaVantageSettings settings =
                AlphaVantageSettings.from(
                        with(
                                Map.of(
                                        "ALPHAVANTAGE_CALL_SPACING_MILLIS", "0",
                                        "PROVIDER_ENDPOINT_URL_ALPHAVANTAGE",
                                                "http://127.0.0.1:8080")));

        assertThat(settings.callSpacing()).isEqualTo(Duration.ZERO);
        assertThat(settings.endpoint()).isEqualTo(HttpUrl.get("http://127.0.0.1:8080"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SYMBOLS",
                "LAKE_BUCKET",
                "MARKET_TABLE",
                "ALPHAVANTAGE_KEY_PARAMETER",
                "AWS_REGION"
            })
    void aMissingVariableIsNamed(String name) {
        Map<String, String> environment = new HashMap<>(REQUIRED);
        environment.remove(name);

        assertThatThrownBy(() -> AlphaVantageSettings.from(environment))
                .hasMessageStartingWith(name + " is not set");
    }

    @Test
    void aSpacingThatIsNoNumberIsNamed() {
        assertThatThrownBy(() ->
                        AlphaVantageSettings.from(
                                with(Map.of("ALPHAVANTAGE_CALL_SPACING_MILLIS", "1s"))))
                .hasMessageContaining("ALPHAVANTAGE_CALL_SPACING_MILLIS is '1s'");
    }

    private static Map<String, String> with(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(REQUIRED);
        environment.putAll(more);
        return environment;
    }
}
