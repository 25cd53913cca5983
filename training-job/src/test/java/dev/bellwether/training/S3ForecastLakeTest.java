package dev.bellwether.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;

class S3ForecastLakeTest {
    private static final String KEY = "predictions/dt=2025-10-29/predictions.csv";
    private static final byte[] FORECAST = "a forecast\n".getBytes(StandardCharsets.UTF_8);

    private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    private final AtomicInteger conflicts = new AtomicInteger();
    private final AtomicInteger puts = new AtomicInteger();
    private HttpServer bucket;
    private S3ForecastLake lake;

    @BeforeEach
    void start() throws IOException {
        bucket = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        bucket.createContext("/", this::answer);
        bucket.start();
        S3Client s3 =
                S3Client.builder()
                        .httpClient(UrlConnectionHttpClient.create())
                        .region(Region.US_EAST_1)
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create("local", "local")))
                        .serviceConfiguration(
                                S3Configuration.builder().chunkedEncodingEnabled(false).build())
                        .endpointOverride(
                                URI.create("http://127.0.0.1:" + bucket.getAddress().getPort()))
                        .build();
        lake = new S3ForecastLake(s3, "lake");
    }

    @AfterEach
    void stop() {
        lake.s3().close();
        bucket.stop(0);
    }

    @Test
    void theFirstForecastIsKeptByteForByte() {
        lake.putOnce(KEY, FORECAST);

        assertThat(objects).containsOnlyKeys("/lake/" + KEY);
        assertThat(objects.get("/lake/" + KEY)).isEqualTo(FORECAST);
    }

    @Test
    void theSameForecastAgainChangesNothing() {
        lake.putOnce(KEY, FORECAST);
        lake.putOnce(KEY, FORECAST);

        assertThat(objects).hasSize(1);
    }

    @Test
    void anotherForecastOfTheDayIsRefused() {
        lake.putOnce(KEY, FORECAST);

        assertThatThrownBy(() -> lake.putOnce(KEY, new byte[] {1}))
                .isInstanceOf(TrainingFailure.class)
                .hasMessageContaining(KEY)
                .hasMessageContaining("never overwritten");
        assertThat(objects.get("/lake/" + KEY)).isEqualTo(FORECAST);
    }

    @Test
    void aConflictWithAnotherPutIsTriedAgain() {
        conflicts.set(2);

        lake.putOnce(KEY, FORECAST);

        assertThat(puts).hasValue(3);
        assertThat(objects).hasSize(1);
    }

    @Test
    void aRefusedPutFailsTheJobByKeyAndBucket() {
        conflicts.set(Integer.MAX_VALUE);

        assertThatThrownBy(() -> lake.putOnce(KEY, FORECAST))
                .isInstanceOf(TrainingFailure.class)
                .hasMessageStartingWith("Putting " + KEY + " into bucket lake failed");
    }

    @Test
    void aMissingRegionIsSaidToBeMissing() {
        assertThatThrownBy(() -> S3ForecastLake.using(Map.of(), "lake"))
                .hasMessageContaining("AWS_REGION is not set");
    }

    // As S3 answers conditional puts.
    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String key = exchange.getRequestURI().getPath();
            byte[] sent = exchange.getRequestBody().readAllBytes();
            if (exchange.getRequestMethod().equals("GET")) {
                byte[] content = objects.getOrDefault(key, new byte[0]);
                exchange.sendResponseHeaders(200, content.length);
                exchange.getResponseBody().write(content);
                return;
            }
            puts.incrementAndGet();
            boolean conditional =
                    "*".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
            if (conflicts.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                exchange.sendResponseHeaders(409, -1);
            } else if (conditional && objects.containsKey(key)) {
                exchange.sendResponseHeaders(412, -1);
            } else {
                objects.put(key, sent);
                exchange.sendResponseHeaders(200, -1);
            }
        }
    }
}
