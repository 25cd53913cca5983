package dev.bellwether.stream;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import dev.bellwether.stream.BatchOutcome.Processed;
import dev.bellwether.stream.BatchOutcome.StoppedAt;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/// Lambda entry: a batch of one shard of the quote stream in, the first record to come again out.
public final class StreamProcessorHandler
        implements RequestHandler<KinesisEvent, StreamsEventResponse> {
    private final QuoteBatch batch;

    /// Called by the Lambda runtime, once per execution environment.
    public StreamProcessorHandler() {
        this(AwsWiring.wire(StreamProcessorSettings.from(System.getenv())));
    }

    StreamProcessorHandler(QuoteBatch batch) {
        this.batch = batch;
    }

    /// A handler over given clients, for a harness that plays AWS.
    ///
    /// @param pause waits for so long, between two tries of a write
    public static StreamProcessorHandler over(
            StreamProcessorSettings settings,
            DynamoDbClient dynamo,
            S3Client s3,
            Consumer<Duration> pause) {
        return new StreamProcessorHandler(
                AwsWiring.wire(settings, dynamo, s3, pause, Runnable::run));
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
}
