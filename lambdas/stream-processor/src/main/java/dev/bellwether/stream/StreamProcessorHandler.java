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
