package dev.bellwether.ingest.yahoo;

import dev.bellwether.ingest.HttpFetch;
import dev.bellwether.ingest.Pause;
import java.time.Duration;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/// Puts a [QuotePoller] together, on AWS or on whatever `AWS_ENDPOINT_URL_KINESIS` names.
final class AwsWiring {
    /// A quote that takes longer is old.
    private static final Duration PROVIDER_CALL = Duration.ofSeconds(8);

    private AwsWiring() {}

    static QuotePoller wire(YahooSettings settings) {
        KinesisClient kinesis =
                KinesisClient.builder()
                        .httpClient(UrlConnectionHttpClient.create())
                        .credentialsProvider(EnvironmentVariableCredentialsProvider.create())
                        .region(Region.of(settings.region()))
                        .build();
        return wire(
                settings,
                new QuotePublisher(
                        kinesis,
                        settings.quoteStream(),
                        Pause::onWallClock,
                        RandomGenerator.getDefault()));
    }

    static QuotePoller wire(YahooSettings settings, QuotePublisher publisher) {
        HttpFetch http = new HttpFetch(HttpFetch.client(PROVIDER_CALL), HttpFetch.BODY_LIMIT_BYTES);
        return new QuotePoller(
                settings.symbols(), new ChartClient(http, settings.endpoint()), publisher);
    }
}
