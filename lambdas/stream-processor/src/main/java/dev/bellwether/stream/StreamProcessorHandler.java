package dev.bellwether.stream;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import dev.bellwether.stream.BatchOutcome.Processed;
import dev.bellwether.stream.BatchOutcome.StoppedAt;
import java.util.List;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/// Lambda entry: a batch of one shard of the quote stream in, the first record to come again out.
public final class StreamProcessorHandler
        implements RequestHandler<KinesisEvent, StreamsEventResponse> {
    private final QuoteBatch batch;

    /// Called by the Lambda runtime, once per execution environment.
    public StreamProcessorHandler() {
        this(onAws(StreamProcessorSettings.from(System.getenv())));
    }

    StreamProcessorHandler(QuoteBatch batch) {
        this.batch = batch;
    }

    @Override
    public StreamsEventResponse handleRequest(KinesisEvent event, Context context) {
        BatchOutcome outcome =
                batch.process(event.getRecords().stream().map(StreamRecord::of).toList());
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

    private static QuoteBatch onAws(StreamProcessorSettings settings) {
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
        return new QuoteBatch(
                new DynamoQuoteTable(dynamo, settings.marketTable()),
                new S3LakeObjects(s3, settings.lakeBucket()),
                Backoff.doubling());
    }
}
