package dev.bellwether.alerts;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import dev.bellwether.alerts.BatchOutcome.Processed;
import dev.bellwether.alerts.BatchOutcome.StoppedAt;
import java.time.InstantSource;
import java.util.List;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;

/// Lambda entry: a batch of one shard of the table's stream in, the first change to come again out.
public final class TrendAlertsHandler
        implements RequestHandler<DynamodbEvent, StreamsEventResponse> {
    private final ChangeBatch batch;

    /// Called by the Lambda runtime, once per execution environment.
    public TrendAlertsHandler() {
        this(onAws(TrendAlertsSettings.from(System.getenv()), InstantSource.system()));
    }

    TrendAlertsHandler(ChangeBatch batch) {
        this.batch = batch;
    }

    @Override
    public StreamsEventResponse handleRequest(DynamodbEvent event, Context context) {
        BatchOutcome outcome =
                batch.process(event.getRecords().stream().map(TableChange::of).toList());
        return switch (outcome) {
            case Processed processed -> {
                context.getLogger().log(processed.summary(), LogLevel.INFO);
                yield new StreamsEventResponse(List.of());
            }
            case StoppedAt stopped -> {
                context.getLogger().log(stopped.summary(), LogLevel.WARN);
                yield new StreamsEventResponse(
                        List.of(new BatchItemFailure(stopped.sequenceNumber())));
            }
        };
    }

    private static ChangeBatch onAws(TrendAlertsSettings settings, InstantSource clock) {
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
        var table = new DynamoMarketTable(dynamo, settings.marketTable());
        return new ChangeBatch(
                table,
                table,
                new S3LakeObjects(s3, settings.lakeBucket()),
                new SnsAlertTopic(sns, settings.alertTopicArn()),
                clock);
    }
}
