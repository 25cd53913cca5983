package dev.bellwether.ingest.yahoo;

import dev.bellwether.ingest.HttpFetch;
import dev.bellwether.ingest.HttpOutcome;
import dev.bellwether.ingest.Redaction;
import dev.bellwether.market.Session;
import dev.bellwether.market.Symbol;
import java.time.Instant;
import okhttp3.HttpUrl;

/// Calls the chart endpoint, which is undocumented and needs neither key nor cookie.
final class ChartClient {
    /// Without a browser-like User-Agent the endpoint answers 429.
    private static final String USER_AGENT = "Mozilla/5.0 (compatible; Bellwether/0.1)";

    private final HttpFetch fetch;
    private final HttpUrl endpoint;

    ChartClient(HttpFetch fetch, HttpUrl endpoint) {
        this.fetch = fetch;
        this.endpoint = endpoint;
    }

    ChartReading read(Symbol symbol, Session session, Instant pollTime) {
        HttpUrl url =
                endpoint.newBuilder()
                        .addPathSegments("v8/finance/chart")
                        .addPathSegment(symbol.value())
                        .addQueryParameter("interval", "1d")
                        .addQueryParameter(
                                "period1", String.valueOf(session.open().getEpochSecond()))
                        .addQueryParameter("period2", String.valueOf(pollTime.getEpochSecond() + 1))
                        .addQueryParameter("includePrePost", "false")
                        .build();
        return switch (fetch.get(url, USER_AGENT, Redaction.none())) {
            case HttpOutcome.Unanswered(var failure) -> new ChartReading.Failed(failure);
            case HttpOutcome.CutOff(_, var failure) -> new ChartReading.Failed(failure);
            case HttpOutcome.Answered(var answer) ->
                    switch (ChartBody.of(answer)) {
                        case ChartBody.Failure(var failure) -> new ChartReading.Failed(failure);
                        case ChartBody.Chart(var chart) ->
                                ChartQuote.read(chart, symbol, session, pollTime);
                    };
        };
    }
}
