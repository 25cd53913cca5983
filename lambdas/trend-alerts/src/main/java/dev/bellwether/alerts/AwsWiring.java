package dev.bellwether.alerts;

import dev.bellwether.alerts.channel.Channel;
import dev.bellwether.alerts.channel.Sender;
import dev.bellwether.alerts.delivery.Delivery;
import dev.bellwether.alerts.delivery.DeliveryMode;
import dev.bellwether.alerts.delivery.DeliverySettings;
import dev.bellwether.alerts.delivery.DynamoAlertOutbox;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.SnsClientBuilder;
import software.amazon.awssdk.services.ssm.SsmClient;

/// Puts the functions together, on AWS or on whatever `AWS_ENDPOINT_URL_*` names.
final class AwsWiring {
    private final SdkHttpClient http = UrlConnectionHttpClient.create();
    private final Region region;
    private final InstantSource clock;

    private AwsWiring(String region, InstantSource clock) {
        this.region = Region.of(region);
        this.clock = clock;
    }

    static ChangeBatch batch(TrendAlertsSettings settings, InstantSource clock) {
        AwsWiring aws = new AwsWiring(settings.region(), clock);
        return batch(
                settings,
                aws.client(DynamoDbClient.builder()),
                aws.client(S3Client.builder()),
                aws.channels(settings.delivery(), settings.alertTopicArn()),
                clock);
    }

    /// Over given clients.
    static ChangeBatch batch(
            TrendAlertsSettings settings,
            DynamoDbClient dynamo,
            S3Client s3,
            Map<Channel, Sender> channels,
            InstantSource clock) {
        var table = new DynamoMarketTable(dynamo, settings.marketTable());
        return new ChangeBatch(
                new SeriesJudge(table, table, table),
                table,
                new S3LakeObjects(s3, settings.lakeBucket()),
                delivery(settings.delivery(), dynamo, settings.marketTable(), channels, clock)
                        .alerts());
    }

    static DigestCall digest(AlertDigestSettings settings, InstantSource clock) {
        AwsWiring aws = new AwsWiring(settings.region(), clock);
        Map<Channel, Sender> channels = aws.channels(settings.delivery(), settings.alertTopicArn());
        return new DigestCall(
                delivery(
                                settings.delivery(),
                                aws.client(DynamoDbClient.builder()),
                                settings.marketTable(),
                                channels,
                                clock)
                        .digest(),
                channels);
    }

    private static Delivery delivery(
            DeliverySettings settings,
            DynamoDbClient dynamo,
            String table,
            Map<Channel, Sender> channels,
            InstantSource clock) {
        return Delivery.of(settings, new DynamoAlertOutbox(dynamo, table), channels, clock);
    }

    private Map<Channel, Sender> channels(DeliverySettings settings, String topicArn) {
        SnsClientBuilder sns = SnsClient.builder();
        if (settings.mode() == DeliveryMode.AT_MOST_ONCE) {
            // The SDK's own retry of a call that was carried out unheard would be a second message.
            sns.overrideConfiguration(
                    config -> config.retryStrategy(AwsRetryStrategy.doNotRetry()));
        }
        return Channels.of(settings, topicArn, client(sns), client(SsmClient.builder()), clock);
    }

    private <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(B builder) {
        return builder.httpClient(http)
                .credentialsProvider(EnvironmentVariableCredentialsProvider.create())
                .region(region)
                .build();
    }
}
