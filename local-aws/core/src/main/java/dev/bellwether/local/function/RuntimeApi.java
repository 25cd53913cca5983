package dev.bellwether.local.function;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.bellwether.local.function.InvocationOutcome.Answered;
import dev.bellwether.local.function.InvocationOutcome.FunctionError;
import dev.bellwether.local.wire.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/// The Runtime API that one function process polls, on a loopback port of its own.
///
/// Acts out https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html: `next`, `response`,
/// `error` and `init/error` of version 2018-06-01. Every answer carries a Content-Type, without
/// which the runtime interface client's native code crashes.
final class RuntimeApi implements AutoCloseable {
    /// https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html: 6 MB each way.
    static final int MOST_PAYLOAD_BYTES = 6 * 1024 * 1024;

    private static final String ROOT = "/2018-06-01/runtime/";

    static {
        // Read once, when the JDK's server class is loaded: without it small answers wait for
        // the acknowledgement of the one before.
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
    }

    private final FunctionSpec function;
    private final InstantSource clock;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final BlockingQueue<Invocation> waiting = new LinkedBlockingQueue<>();
    private final Map<String, Invocation> running = new ConcurrentHashMap<>();
    private final CompletableFuture<FunctionError> initError = new CompletableFuture<>();

    RuntimeApi(FunctionSpec function, InstantSource clock) {
        this.function = function;
        this.clock = clock;
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The Runtime API of function %s could not listen on loopback: %s"
                            .formatted(function.name(), e.getMessage()),
                    e);
        }
        server.createContext(ROOT, this::handle);
        server.setExecutor(threads);
        server.start();
    }

    /// Value of `AWS_LAMBDA_RUNTIME_API`.
    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    void submit(Invocation invocation) {
        waiting.add(invocation);
    }

    /// What the runtime reported if it could not load the function.
    @Nullable FunctionError initError() {
        return initError.getNow(null);
    }

    @Override
    public void close() {
        threads.shutdownNow();
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String[] path = exchange.getRequestURI().getPath().substring(ROOT.length()).split("/");
            switch (String.join("/", exchange.getRequestMethod(), path[0], path[path.length - 1])) {
                case "GET/invocation/next" -> next(exchange);
                case "POST/invocation/response" -> response(exchange, path[1]);
                case "POST/invocation/error" -> error(exchange, path[1]);
                case "POST/init/error" -> {
                    initError.complete(
                            ErrorDocument.read(exchange.getRequestBody().readAllBytes()));
                    accept(exchange);
                }
                default ->
                        refuse(exchange, 404, "Unknown.Path", exchange.getRequestURI().getPath());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // closed while the function waited for an event
        }
    }

    private void next(HttpExchange exchange) throws IOException, InterruptedException {
        Invocation invocation = waiting.take();
        running.put(invocation.requestId(), invocation);
        invocation.taken().complete(true);
        var headers = exchange.getResponseHeaders();
        headers.set("Lambda-Runtime-Aws-Request-Id", invocation.requestId());
        headers.set("Lambda-Runtime-Invoked-Function-Arn", function.arn());
        headers.set(
                "Lambda-Runtime-Deadline-Ms",
                Long.toString(clock.instant().plus(function.timeout()).toEpochMilli()));
        send(exchange, 200, invocation.payload());
    }

    private void response(HttpExchange exchange, String requestId) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(MOST_PAYLOAD_BYTES + 1);
        Invocation invocation = running.remove(requestId);
        if (invocation == null) {
            refuse(exchange, 400, "InvalidRequestID", requestId);
        } else if (body.length > MOST_PAYLOAD_BYTES) {
            exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
            String message =
                    "Response payload size exceeded maximum allowed payload size (%d bytes)"
                            .formatted(MOST_PAYLOAD_BYTES);
            invocation.fail("Function.ResponseSizeTooLarge", message);
            refuse(exchange, 413, "Function.ResponseSizeTooLarge", message);
        } else {
            accept(exchange);
            invocation.outcome().complete(new Answered(body));
        }
    }

    private void error(HttpExchange exchange, String requestId) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Invocation invocation = running.remove(requestId);
        if (invocation == null) {
            refuse(exchange, 400, "InvalidRequestID", requestId);
        } else {
            accept(exchange);
            invocation.outcome().complete(ErrorDocument.read(body));
        }
    }

    private static void accept(HttpExchange exchange) throws IOException {
        send(exchange, 202, "{\"status\":\"OK\"}".getBytes(UTF_8));
    }

    private static void refuse(HttpExchange exchange, int status, String type, String message)
            throws IOException {
        var document = Json.object().put("errorType", type).put("errorMessage", message);
        send(exchange, status, Json.bytes(document));
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }
}
