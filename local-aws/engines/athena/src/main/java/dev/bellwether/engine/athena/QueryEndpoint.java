package dev.bellwether.engine.athena;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// `POST /query` with `{"sql":"..."}`; the answer is one JSON value a line, sent while the query
/// runs:
///
/// 1. `{"columns":[{"name":"symbol","type":"varchar"},...]}`
/// 2. one line a row, `["AAPL","269.700000",null]`: every value as text, exact
/// 3. `{"rows":1,"bytesScanned":512,"wallMillis":140}`
///
/// A failure takes the place of what would follow it:
/// `{"error":"SYNTAX_ERROR","line":1,"column":8,"message":"..."}`. The status is 200 for every text
/// that is given as SQL.
final class QueryEndpoint implements HttpHandler {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Lake lake;

    QueryEndpoint(Lake lake) {
        this.lake = lake;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode request = JSON.readTree(exchange.getRequestBody());
            if (!exchange.getRequestMethod().equals("POST") || !request.path("sql").isTextual()) {
                exchange.sendResponseHeaders(400, -1);
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", "application/x-ndjson");
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = new BufferedOutputStream(exchange.getResponseBody(), 1 << 16)) {
                answer(request.path("sql").asText(), new ResultLines(out));
            }
        }
    }

    private void answer(String sql, ResultLines lines) {
        long start = System.nanoTime();
        try {
            switch (lake.run(LakeStatement.parse(sql), lines)) {
                case QueryOutcome.Finished(long bytesScanned) ->
                        lines.end(bytesScanned, (System.nanoTime() - start) / 1_000_000);
                case QueryOutcome.Failed(QueryFailure failure) -> lines.failure(failure);
            }
        } catch (QueryRefusedException e) {
            lines.failure(e.failure());
        }
    }
}
