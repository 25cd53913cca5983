package dev.bellwether.alerts;

import java.time.InstantSource;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;

/// Puts a [ChangeBatch] together, on AWS or on whatever `AWS_ENDPOINT_URL_*` names.
final class AwsWiring {
    private AwsWiring() {}

    static ChangeBatch wire(TrendAlertsSettings settings, InstantSource clock) {
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
        var sns =
                SnsClient.builder()
                        .httpClient(http)
                        .credentialsProvider(credentials)
                        .region(region)
                        .build();
        return wire(settings, dynamo, s3, sns, clock);
    }

    /// Over given clients.
    static ChangeBatch wire(
            TrendAlertsSettings settings,
            DynamoDbClient dynamo,
            S3Client s3,
            SnsClient sns,
            InstantSource clock) {
        var table = new DynamoMarketTable(dynamo, settings.marketTable());
        return new ChangeBatch(
                table,
                table,
                new S3LakeObjects(s3, settings.lakeBucket()),
                new SnsAlertTopic(sns, settings.alertTopicArn()),
                clock);
    }
}
