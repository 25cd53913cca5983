package dev.bellwether.ingest.yahoo;

import dev.bellwether.market.Symbol;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okhttp3.HttpUrl;

/// What the function is told by its environment.
///
/// @param quoteStream name of the Kinesis stream
/// @param endpoint base URL of the provider
record YahooSettings(List<Symbol> symbols, String quoteStream, HttpUrl endpoint, String region) {
    private static final String DEFAULT_ENDPOINT = "https://query1.finance.yahoo.com";

    static YahooSettings from(Map<String, String> environment) {
        return new YahooSettings(
                Symbol.listOf(require(environment, "SYMBOLS")),
                require(environment, "QUOTE_STREAM"),
                HttpUrl.get(
                        environment.getOrDefault("PROVIDER_ENDPOINT_URL_YAHOO", DEFAULT_ENDPOINT)),
                require(environment, "AWS_REGION"));
    }

    private static String require(Map<String, String> environment, String name) {
        return Objects.requireNonNull(
                environment.get(name), name + " is not set in the function's environment");
    }
}
