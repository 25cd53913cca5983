package dev.bellwether.traintrigger;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// An AWS service on loopback that gives prepared answers in turn and keeps what it was asked.
final class LoopbackAws implements AutoCloseable {
    /// A request as it came.
    record Request(String uri, Headers headers, String body) {}

    private record Answer(int status, byte[] body) {}

    final List<Request> requests = new ArrayList<>();
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final HttpServer server;

    LoopbackAws() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("No server on loopback", e);
        }
        server.createContext(
                "/",
                exchange -> {
                    requests.add(
                            new Request(
                                    exchange.getRequestURI().toString(),
                                    exchange.getRequestHeaders(),
                                    new String(
                                            exchange.getRequestBody().readAllBytes(),
                                            StandardCharsets.UTF_8)));
                    Answer answer = answers.pop();
                    exchange.sendResponseHeaders(answer.status, answer.body.length);
                    exchange.getResponseBody().write(answer.body);
                    exchange.close();
                });
        server.start();
    }

    LoopbackAws answering(int status, String body) {
        answers.add(new Answer(status, body.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
