package dev.bellwether.ingest.alphavantage;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;

/// Answers `/query` with what a test told it, in turn and then the last again, and remembers what
/// was asked.
final class FakeProvider implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, Deque<Reply>> replies = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final Map<String, String> actions = new HashMap<>();
    private final List<String> askedActions = new ArrayList<>();

    FakeProvider() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException("No loopback port for the provider", e);
        }
        server.createContext("/query", this::answer);
        server.start();
    }

    /// `announced` is the Content-Length, which may promise more than there is.
    private record Reply(int status, byte[] body, int announced) {}

    HttpUrl url() {
        return HttpUrl.get("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// What bars were asked for: symbol and output size.
    List<String> asked() {
        return asked;
    }

    /// What corporate actions were asked for: function and symbol.
    List<String> askedActions() {
        return askedActions;
    }

    /// The body for a function and symbol; where there is none, a header without rows.
    FakeProvider answersActions(ActionKind kind, String symbol, String body) {
        actions.put(kind.function() + " " + symbol, body);
        return this;
    }

    FakeProvider answers(String symbol, String... bodies) {
        for (String body : bodies) {
            answersWithStatus(200, symbol, body);
        }
        return this;
    }

    FakeProvider answersWithStatus(int status, String symbol, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return add(symbol, new Reply(status, bytes, bytes.length));
    }

    FakeProvider cutsOff(String symbol, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return add(symbol, new Reply(200, bytes, bytes.length + 100));
    }

    private FakeProvider add(String symbol, Reply reply) {
        replies.computeIfAbsent(symbol, _ -> new ArrayDeque<>()).add(reply);
        return this;
    }

    private void answer(HttpExchange exchange) throws IOException {
        HttpUrl url = HttpUrl.get("http://host" + exchange.getRequestURI());
        String symbol = String.valueOf(url.queryParameter("symbol"));
        String function = String.valueOf(url.queryParameter("function"));
        if (!function.equals("TIME_SERIES_DAILY")) {
            askedActions.add(function + " " + symbol);
            String none =
                    function.equals("SPLITS")
                            ? "effective_date,split_factor\n"
                            : "ex_dividend_date,declaration_date,record_date,payment_date,amount\n";
            byte[] bytes =
                    actions.getOrDefault(function + " " + symbol, none)
                            .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
            return;
        }
        asked.add(symbol + " " + url.queryParameter("outputsize"));
        Deque<Reply> left = replies.get(symbol);
        Reply reply = left.size() > 1 ? left.remove() : left.element();
        // A provider that echoes what it was called with: key and URL.
        String body =
                new String(reply.body(), StandardCharsets.UTF_8)
                        .replace("{key}", String.valueOf(url.queryParameter("apikey")))
                        .replace("{url}", exchange.getRequestURI().toString());
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/x-download");
        exchange.sendResponseHeaders(
                reply.status(), bytes.length + reply.announced() - reply.body().length);
        exchange.getResponseBody().write(bytes);
        exchange.getResponseBody().flush();
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
