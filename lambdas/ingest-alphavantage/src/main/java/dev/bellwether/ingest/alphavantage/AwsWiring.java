package dev.bellwether.ingest.alphavantage;

import dev.bellwether.ingest.HttpFetch;
import dev.bellwether.ingest.Lake;
import dev.bellwether.ingest.Pause;
import dev.bellwether.ingest.Quarantine;
import dev.bellwether.ingest.RawZone;
import java.time.Duration;
import java.time.InstantSource;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.ssm.SsmClient;

/// Puts a [DailyIngest] together, on AWS or on whatever `AWS_ENDPOINT_URL_*` names.
final class AwsWiring {
    private static final Duration PROVIDER_CALL = Duration.ofSeconds(20);

    private AwsWiring() {}

    static DailyIngest wire(AlphaVantageSettings settings) {
        SdkHttpClient http = UrlConnectionHttpClient.create();
        AwsCredentialsProvider credentials = EnvironmentVariableCredentialsProvider.create();
        Region region = Region.of(settings.region());
        S3Client s3 =
                S3Client.builder()
                        .httpClient(http)
                        .credentialsProvider(credentials)
                        .region(region)
                        .build();
        DynamoDbClient dynamo =
                DynamoDbClient.builder()
                        .httpClient(http)
                        .credentialsProvider(credentials)
                        .region(region)
                        .build();
        SsmClient ssm =
                SsmClient.builder()
                        .httpClient(http)
                        .credentialsProvider(credentials)
                        .region(region)
                        .build();
        InstantSource clock = InstantSource.system();
        return wire(
                settings,
                new S3Lake(s3, settings.lakeBucket()),
                new BarTable(dynamo, settings.marketTable(), Pause::onWallClock),
                new SsmKeySource(ssm, settings.keyParameter(), clock),
                clock,
                Pause::onWallClock);
    }

    static DailyIngest wire(
            AlphaVantageSettings settings,
            Lake lake,
            BarTable table,
            KeySource keys,
            InstantSource clock,
            Pause pause) {
        HttpFetch http = new HttpFetch(HttpFetch.client(PROVIDER_CALL), HttpFetch.BODY_LIMIT_BYTES);
        SeriesClient client = new SeriesClient(http, settings.endpoint());
        RawZone rawZone = new RawZone(lake);
        CallPacer pacer = new CallPacer(settings.callSpacing(), clock, pause);
        RefusedLog refused = new RefusedLog(new Quarantine(lake));
        CorporateActions actions =
                new CorporateActions(
                        new ActionFetch(client, rawZone, pacer, clock), table, refused);
        return new DailyIngest(
                keys,
                new SymbolLoad(
                        new SeriesFetch(client, rawZone, pacer, clock),
                        new BarStore(lake, table),
                        actions,
                        refused),
                actions);
    }
}
