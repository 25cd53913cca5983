package dev.bellwether.local.wire;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/// S3's PutObject, GetObject and ListObjectsV2 with pages of two keys.
public final class InMemoryS3 implements AutoCloseable {
    private static final int PAGE = 2;

    /// Content by `bucket/key`.
    public final Map<String, byte[]> objects = new ConcurrentSkipListMap<>();

    private final HttpServer server;

    public InMemoryS3() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    public S3Client client() {
        return new S3Client(address());
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath().substring(1);
            String query = exchange.getRequestURI().getQuery();
            if (exchange.getRequestMethod().equals("PUT")) {
                objects.put(path, exchange.getRequestBody().readAllBytes());
                exchange.sendResponseHeaders(200, -1);
            } else if (query != null) {
                send(exchange, 200, list(path, query).getBytes(StandardCharsets.UTF_8));
            } else {
                byte[] content = objects.get(path);
                send(
                        exchange,
                        content == null ? 404 : 200,
                        content == null ? new byte[0] : content);
            }
        }
    }

    private String list(String bucket, String query) {
        Map<String, String> fields = new TreeMap<>();
        for (String field : query.split("&")) {
            fields.put(
                    field.substring(0, field.indexOf('=')),
                    field.substring(field.indexOf('=') + 1));
        }
        String after = fields.getOrDefault("continuation-token", "");
        StringBuilder xml = new StringBuilder("<ListBucketResult>");
        int listed = 0;
        for (String name : objects.keySet()) {
            String key = name.substring(name.indexOf('/') + 1);
            if (!name.startsWith(bucket + "/" + fields.get("prefix"))
                    || key.compareTo(after) <= 0) {
                continue;
            }
            xml.append("<Contents><Key>").append(key).append("</Key></Contents>");
            if (++listed == PAGE) {
                xml.append("<NextContinuationToken>")
                        .append(key)
                        .append("</NextContinuationToken>");
                break;
            }
        }
        return xml.append("</ListBucketResult>").toString();
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
