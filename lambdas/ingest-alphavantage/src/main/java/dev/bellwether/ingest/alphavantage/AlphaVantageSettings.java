package dev.bellwether.ingest.alphavantage;

import dev.bellwether.market.Symbol;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okhttp3.HttpUrl;

/// What the function is told by its environment.
///
/// @param keyParameter name of the SSM parameter that holds the key, never the key
/// @param callSpacing least time between the starts of two calls
/// @param endpoint base URL of the provider
record AlphaVantageSettings(
        List<Symbol> symbols,
        String lakeBucket,
        String marketTable,
        String keyParameter,
        Duration callSpacing,
        HttpUrl endpoint,
        String region) {
    private static final String DEFAULT_SPACING_MILLIS = "1100";
    private static final String DEFAULT_ENDPOINT = "https://www.alphavantage.co";

    static AlphaVantageSettings from(Map<String, String> environment) {
        return new AlphaVantageSettings(
                Symbol.listOf(require(environment, "SYMBOLS")),
                require(environment, "LAKE_BUCKET"),
                require(environment, "MARKET_TABLE"),
                require(environment, "ALPHAVANTAGE_KEY_PARAMETER"),
                spacing(environment),
                HttpUrl.get(
                        environment.getOrDefault(
                                "PROVIDER_ENDPOINT_URL_ALPHAVANTAGE", DEFAULT_ENDPOINT)),
                require(environment, "AWS_REGION"));
    }

    private static Duration spacing(Map<String, String> environment) {
        String millis =
                environment.getOrDefault(
                        "ALPHAVANTAGE_CALL_SPACING_MILLIS", DEFAULT_SPACING_MILLIS);
        if (!millis.matches("\\d{1,6}")) {
            throw new IllegalArgumentException(
                    "ALPHAVANTAGE_CALL_SPACING_MILLIS is '%s': set a number of milliseconds from 0 to 999999"
                            .formatted(millis));
        }
        return Duration.ofMillis(Long.parseLong(millis));
    }

    private static String require(Map<String, String> environment, String name) {
        return Objects.requireNonNull(
                environment.get(name), name + " is not set in the function's environment");
    }
}
