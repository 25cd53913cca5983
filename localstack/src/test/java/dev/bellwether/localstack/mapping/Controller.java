package dev.bellwether.localstack.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/// Holds the strings of [PuppetHandler]: an HTTP server that takes events and answers what to do.
final class Controller implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Stage> stages;

    /// @param address of this machine on which functions reach it
    /// @param stages by the name of the case's source
    Controller(String address, Map<String, Stage> stages) {
        this.stages = Map.copyOf(stages);
        try {
            server = HttpServer.create(new InetSocketAddress(address, 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("Nothing can listen on " + address, e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        InetSocketAddress address = server.getAddress();
        return URI.create(
                "http://%s:%d/"
                        .formatted(address.getAddress().getHostAddress(), address.getPort()));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode event =
                    EventRecord.json(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            Stage stage = stages.get(EventRecord.source(event));
            if (stage == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            var batch = EventRecord.of(event);
            switch (stage.invoked(batch)) {
                case Answer.Body(String text) -> send(exchange, "answer", text);
                case Answer.Reports(var names) ->
                        send(
                                exchange,
                                "answer",
                                names.stream()
                                        .flatMap(name ->
                                                batch.stream()
                                                        .filter(record ->
                                                                record.name().equals(name)))
                                        .map(record ->
                                                "{\"itemIdentifier\":\"%s\"}"
                                                        .formatted(record.id()))
                                        .collect(
                                                Collectors.joining(
                                                        ",", "{\"batchItemFailures\":[", "]}")));
                case Answer.Throws() -> send(exchange, "throw", "");
                case Answer.Hangs() -> send(exchange, "hang", "");
            }
        }
    }

    private static void send(HttpExchange exchange, String action, String text) throws IOException {
        byte[] body = text.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Action", action);
        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
