package dev.bellwether.ingest.alphavantage;

import dev.bellwether.ingest.ApiKey;
import dev.bellwether.ingest.HttpFetch;
import dev.bellwether.ingest.HttpOutcome;
import dev.bellwether.ingest.Redaction;
import dev.bellwether.market.Symbol;
import okhttp3.HttpUrl;

/// Calls TIME_SERIES_DAILY. The key travels in the query, which is why no URL leaves [HttpFetch] as
/// it is.
final class DailySeriesClient {
    private static final String USER_AGENT = "Bellwether/0.1";

    private final HttpFetch fetch;
    private final HttpUrl endpoint;

    DailySeriesClient(HttpFetch fetch, HttpUrl endpoint) {
        this.fetch = fetch;
        this.endpoint = endpoint;
    }

    HttpOutcome get(Symbol symbol, OutputSize size, ApiKey key) {
        HttpUrl url =
                endpoint.newBuilder()
                        .addPathSegment("query")
                        .addQueryParameter("function", "TIME_SERIES_DAILY")
                        .addQueryParameter("symbol", symbol.value())
                        .addQueryParameter("outputsize", size.parameter())
                        .addQueryParameter("datatype", "csv")
                        .addQueryParameter("apikey", key.reveal())
                        .build();
        return fetch.get(url, USER_AGENT, Redaction.of(key));
    }
}
