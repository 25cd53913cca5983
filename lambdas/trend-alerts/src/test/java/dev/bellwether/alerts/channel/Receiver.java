package dev.bellwether.alerts.channel;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import okhttp3.HttpUrl;

/// Somebody's webhook, on loopback: gives the answers that are laid out for it, then 200.
public final class Receiver implements AutoCloseable {
    /// Says nothing until it is closed.
    public static final int HANG = -1;

    /// A request as it came.
    public record Request(String method, String path, Headers headers, byte[] body) {}

    /// Its headers.
    public interface Headers {
        String first(String name);
    }

    public final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Queue<Integer> answers = new ArrayDeque<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    public Receiver(Integer... statuses) {
        answers.addAll(List.of(statuses));
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("No server on loopback", e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        int status;
        synchronized (this) {
            requests.add(
                    new Request(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI().getPath(),
                            name -> String.valueOf(headers.getFirst(name)),
                            exchange.getRequestBody().readAllBytes()));
            status = answers.isEmpty() ? 200 : answers.remove();
        }
        if (status == HANG) {
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return;
        }
        exchange.getResponseHeaders().add("Location", "http://127.0.0.1:1/elsewhere");
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    public HttpUrl url() {
        return url("127.0.0.1");
    }

    public HttpUrl url(String host) {
        return HttpUrl.get("http://%s:%d/hook".formatted(host, server.getAddress().getPort()));
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.close();
    }
}
