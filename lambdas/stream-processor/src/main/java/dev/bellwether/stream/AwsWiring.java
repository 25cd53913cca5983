package dev.bellwether.stream;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/// Puts a [QuoteBatch] together, on AWS or on whatever `AWS_ENDPOINT_URL_*` names.
final class AwsWiring {
    private static final int SYMBOLS_AT_A_TIME = 8;

    private AwsWiring() {}

    static QuoteBatch wire(StreamProcessorSettings settings) {
        SdkHttpClient http = UrlConnectionHttpClient.create();
        var credentials = EnvironmentVariableCredentialsProvider.create();
        Region region = Region.of(settings.region());
        var dynamo =
                DynamoDbClient.builder()
                        .httpClient(http)
                        .credentialsProvider(credentials)
                        .region(region)
                        .build();
        var s3 =
                S3Client.builder()
                        .httpClient(http)
                        .credentialsProvider(credentials)
                        .region(region)
                        .build();
        return wire(
                settings,
                dynamo,
                s3,
                Backoff::sleep,
                Executors.newFixedThreadPool(SYMBOLS_AT_A_TIME, Thread.ofVirtual().factory()));
    }

    /// Over given clients.
    ///
    /// @param pause waits for so long
    /// @param symbols runs the making of the bars of a symbol
    static QuoteBatch wire(
            StreamProcessorSettings settings,
            DynamoDbClient dynamo,
            S3Client s3,
            Consumer<Duration> pause,
            Executor symbols) {
        return new QuoteBatch(
                new DynamoQuoteTable(dynamo, settings.marketTable()),
                new DynamoBarTable(dynamo, settings.marketTable()),
                new S3LakeObjects(s3, settings.lakeBucket()),
                Backoff.doubling(pause),
                symbols);
    }
}
