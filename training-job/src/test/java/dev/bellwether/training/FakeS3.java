package dev.bellwether.training;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;

/// S3 over HTTP, as far as the job uses it: gets, conditional puts, and lists in short pages.
final class FakeS3 implements AutoCloseable {
    /// By path: `/bucket/key`.
    final NavigableMap<String, byte[]> objects = new ConcurrentSkipListMap<>();

    final AtomicInteger conflicts = new AtomicInteger();
    final AtomicInteger puts = new AtomicInteger();

    private static final int PAGE = 2;
    private static final Pattern PARAMETER = Pattern.compile("([^=&]+)=([^&]*)");

    private final HttpServer server;

    FakeS3() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    S3Client client() {
        return S3Client.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .region(Region.US_EAST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create("local", "local")))
                .serviceConfiguration(
                        S3Configuration.builder().chunkedEncodingEnabled(false).build())
                .endpointOverride(endpoint())
                .build();
    }

    void put(String path, String text) {
        objects.put(path, text.getBytes(StandardCharsets.UTF_8));
    }

    String text(String path) {
        return new String(objects.getOrDefault(path, new byte[0]), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            byte[] sent = exchange.getRequestBody().readAllBytes();
            if (exchange.getRequestMethod().equals("PUT")) {
                exchange.sendResponseHeaders(put(exchange, path, sent), -1);
            } else if (parameter(exchange, "list-type").equals("2")) {
                send(exchange, 200, list(exchange, path));
            } else {
                byte[] content = objects.get(path);
                if (content == null) {
                    send(exchange, 404, "<Error><Code>NoSuchKey</Code></Error>".getBytes());
                } else {
                    send(exchange, 200, content);
                }
            }
        }
    }

    private int put(HttpExchange exchange, String path, byte[] sent) {
        puts.incrementAndGet();
        boolean conditional = "*".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
        if (conflicts.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            return 409;
        }
        if (conditional && objects.containsKey(path)) {
            return 412;
        }
        objects.put(path, sent);
        return 200;
    }

    private byte[] list(HttpExchange exchange, String path) {
        String bucket = path.endsWith("/") ? path : path + "/";
        String prefix = bucket + parameter(exchange, "prefix");
        String after = parameter(exchange, "continuation-token");
        List<String> left =
                objects.tailMap(after.isEmpty() ? prefix : after, after.isEmpty()).keySet().stream()
                        .filter(it -> it.startsWith(prefix))
                        .toList();
        StringBuilder xml = new StringBuilder("<ListBucketResult>");
        left.stream().limit(PAGE).forEach(it -> xml.append(entry(bucket, it)));
        boolean truncated = left.size() > PAGE;
        xml.append("<IsTruncated>").append(truncated).append("</IsTruncated>");
        if (truncated) {
            xml.append("<NextContinuationToken>")
                    .append(left.get(PAGE - 1))
                    .append("</NextContinuationToken>");
        }
        return xml.append("</ListBucketResult>").toString().getBytes(StandardCharsets.UTF_8);
    }

    private String entry(String bucket, String path) {
        return "<Contents><Key>%s</Key><Size>%d</Size></Contents>"
                .formatted(path.substring(bucket.length()), objects.get(path).length);
    }

    private static String parameter(HttpExchange exchange, String name) {
        String query = exchange.getRequestURI().getRawQuery();
        Matcher found = PARAMETER.matcher(query == null ? "" : query);
        while (found.find()) {
            if (found.group(1).equals(name)) {
                return URLDecoder.decode(found.group(2), StandardCharsets.UTF_8);
            }
        }
        return "";
    }

    private static void send(HttpExchange exchange, int status, byte[] content) throws IOException {
        exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
        exchange.getResponseBody().write(content);
    }
}
