package dev.bellwether.ingest.alphavantage;

import dev.bellwether.ingest.ApiKey;
import dev.bellwether.ingest.HttpFetch;
import dev.bellwether.ingest.HttpOutcome;
import dev.bellwether.ingest.Redaction;
import dev.bellwether.market.Symbol;
import okhttp3.HttpUrl;

/// Calls the provider's functions. The key travels in the query, which is why no URL leaves
/// [HttpFetch] as it is.
final class SeriesClient {
    private static final String USER_AGENT = "Bellwether/0.1";

    private final HttpFetch fetch;
    private final HttpUrl endpoint;

    SeriesClient(HttpFetch fetch, HttpUrl endpoint) {
        this.fetch = fetch;
        this.endpoint = endpoint;
    }

    HttpOutcome daily(Symbol symbol, OutputSize size, ApiKey key) {
        return get(
                call("TIME_SERIES_DAILY", symbol).addQueryParameter("outputsize", size.parameter()),
                key);
    }

    HttpOutcome actions(ActionKind kind, Symbol symbol, ApiKey key) {
        return get(call(kind.function(), symbol), key);
    }

    private HttpUrl.Builder call(String function, Symbol symbol) {
        return endpoint.newBuilder()
                .addPathSegment("query")
                .addQueryParameter("function", function)
                .addQueryParameter("symbol", symbol.value());
    }

    private HttpOutcome get(HttpUrl.Builder call, ApiKey key) {
        HttpUrl url =
                call.addQueryParameter("datatype", "csv")
                        .addQueryParameter("apikey", key.reveal())
                        .build();
        return fetch.get(url, USER_AGENT, Redaction.of(key));
    }
}
