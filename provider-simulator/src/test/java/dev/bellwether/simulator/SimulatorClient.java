package dev.bellwether.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/// Asks the simulator as a pipeline would.
final class SimulatorClient implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newHttpClient();
    private final ProviderSimulator simulator;

    SimulatorClient(ProviderSimulator simulator) {
        this.simulator = simulator;
    }

    HttpResponse<String> daily(String symbol, String outputSize, String key) {
        return send(
                "%s/query?function=TIME_SERIES_DAILY&symbol=%s&outputsize=%s&datatype=csv&apikey=%s"
                        .formatted(simulator.alphaVantageUrl(), symbol, outputSize, key));
    }

    HttpResponse<String> chart(String symbol, Instant from, Instant now) {
        return send(
                "%s/v8/finance/chart/%s?interval=1d&period1=%d&period2=%d"
                        .formatted(
                                simulator.yahooUrl(),
                                symbol,
                                from.getEpochSecond(),
                                now.getEpochSecond() + 1));
    }

    HttpResponse<String> send(String uri) {
        return send(uri, PATIENCE);
    }

    HttpResponse<String> send(String uri, Duration patience) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(uri)).timeout(patience).build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
        simulator.close();
    }
}
