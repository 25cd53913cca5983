package dev.bellwether.engine.sqs;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;

/// Sets the clock over HTTP on loopback: `PUT /now` with epoch milliseconds, `DELETE /now` for the
/// wall clock again, `GET /now`.
final class ClockControl {
    private final SettableClock clock;

    private ClockControl(SettableClock clock) {
        this.clock = clock;
    }

    /// The port on which it listens.
    static int start(SettableClock clock) throws IOException {
        var loopback = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
        HttpServer server = HttpServer.create(loopback, 0);
        server.createContext("/now", new ClockControl(clock)::handle);
        server.start();
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            int status =
                    switch (exchange.getRequestMethod()) {
                        case "GET" -> 200;
                        case "DELETE" -> {
                            clock.release();
                            yield 200;
                        }
                        case "PUT" ->
                                set(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
                        default -> 405;
                    };
            byte[] now = Long.toString(clock.nowMillis()).getBytes(UTF_8);
            exchange.sendResponseHeaders(status, now.length);
            exchange.getResponseBody().write(now);
        }
    }

    private int set(String epochMillis) {
        try {
            clock.set(Instant.ofEpochMilli(Long.parseLong(epochMillis.strip())));
            return 200;
        } catch (NumberFormatException _) {
            return 400;
        }
    }
}
