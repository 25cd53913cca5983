package dev.bellwether.local.endpoint;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One server for all services that no engine serves; whom a call is for stands in its signature.
///
/// It is also where `AWS_ENDPOINT_URL` points, so that a call of a service that nobody thought of
/// ends here, is refused by name and is remembered.
public final class ThinServices implements AutoCloseable {
    /// `Credential=<key>/<date>/<region>/<service>/aws4_request`.
    private static final Pattern SCOPE =
            Pattern.compile("Credential=[^/]*/\\d+/[^/]*/([^/]+)/aws4_request");

    private final Map<String, ThinService> services = new ConcurrentHashMap<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final String host;
    private final HttpServer server;

    private ThinServices(String host, HttpServer server) {
        this.host = host;
        this.server = server;
    }

    /// Opens the server, which refuses every call until [#serve(ThinService)] names a service.
    public static ThinServices start() {
        return startOn("127.0.0.1");
    }

    /// As [#start()], on another address of this machine: containers do not reach its loopback.
    ///
    /// @param host one address, never a wildcard
    public static ThinServices startOn(String host) {
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            // Without it an answer waits up to 40 ms for the delayed acknowledgement of its
            // headers.
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
        try {
            HttpServer server =
                    HttpServer.create(new InetSocketAddress(InetAddress.getByName(host), 0), 0);
            ThinServices started = new ThinServices(host, server);
            server.setExecutor(started.threads);
            server.createContext("/", started::exchange);
            server.start();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "No server could be opened on %s: %s".formatted(host, e.getMessage()), e);
        }
    }

    public void serve(ThinService service) {
        services.put(service.signingName(), service);
    }

    public URI address() {
        return URI.create("http://%s:%d".formatted(host, server.getAddress().getPort()));
    }

    /// Calls that nothing here serves, such as `sts GetCallerIdentity`, in the order in which they
    /// came.
    public List<String> refusedCalls() {
        return List.copyOf(refused);
    }

    private void exchange(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Answer answer = answer(exchange, body);
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(
                    answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(answer.body());
            }
        }
    }

    private Answer answer(HttpExchange exchange, byte[] body) {
        Call call =
                new Call(
                        service(exchange),
                        action(exchange, body),
                        body,
                        !"Event".equals(header(exchange, "X-Amz-Invocation-Type")));
        ThinService service = services.get(call.service());
        if (service == null || !service.actions().contains(call.action())) {
            return refuse(exchange, call);
        }
        try {
            return service.answer(call);
        } catch (RuntimeException e) {
            // Told to the caller rather than closing the connection on it; the caller's log then
            // has the reason.
            return Answer.jsonError(
                    500, "InternalFailure", call.service() + " " + call.action() + ": " + e);
        }
    }

    private Answer refuse(HttpExchange exchange, Call call) {
        String name = call.service() + " " + call.action();
        refused.add(name);
        String message =
                "%s is not served on this machine: local-aws acts out only what the functions of the template need"
                        .formatted(name);
        // 501 is an error that SDKs do not try again.
        boolean json = header(exchange, "X-Amz-Target") != null;
        return json
                ? Answer.jsonError(501, "NotServedLocally", message)
                : Answer.xmlError(501, "NotServedLocally", message);
    }

    private static String service(HttpExchange exchange) {
        String authorization = header(exchange, "Authorization");
        Matcher scope = SCOPE.matcher(authorization == null ? "" : authorization);
        return scope.find() ? scope.group(1) : "unsigned";
    }

    private static String action(HttpExchange exchange, byte[] body) {
        String target = header(exchange, "X-Amz-Target");
        if (target != null) {
            return target.substring(target.indexOf('.') + 1);
        }
        String type = header(exchange, "Content-Type");
        if (type != null && type.startsWith("application/x-www-form-urlencoded")) {
            String action = Form.parse(new String(body, StandardCharsets.UTF_8)).get("Action");
            if (action != null) {
                return action;
            }
        }
        return exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
    }

    private static @Nullable String header(HttpExchange exchange, String name) {
        return exchange.getRequestHeaders().getFirst(name);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
