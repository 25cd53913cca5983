package dev.bellwether.alerts;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import dev.bellwether.alerts.BatchOutcome.Processed;
import dev.bellwether.alerts.BatchOutcome.StoppedAt;
import dev.bellwether.alerts.channel.Channel;
import dev.bellwether.alerts.channel.SnsTopic;
import dev.bellwether.alerts.delivery.DeliveryRun;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;

/// Lambda entry: a batch of one shard of the table's stream in, the first change to come again out.
public final class TrendAlertsHandler
        implements RequestHandler<DynamodbEvent, StreamsEventResponse> {
    private final ChangeBatch batch;

    /// Called by the Lambda runtime, once per execution environment.
    public TrendAlertsHandler() {
        this(AwsWiring.batch(TrendAlertsSettings.from(System.getenv()), InstantSource.system()));
    }

    TrendAlertsHandler(ChangeBatch batch) {
        this.batch = batch;
    }

    /// A handler over given clients, for a harness that plays AWS. The topic is its only channel.
    public static TrendAlertsHandler over(
            TrendAlertsSettings settings,
            DynamoDbClient dynamo,
            S3Client s3,
            SnsClient sns,
            InstantSource clock) {
        return new TrendAlertsHandler(
                AwsWiring.batch(
                        settings,
                        dynamo,
                        s3,
                        Map.of(Channel.TOPIC, new SnsTopic(sns, settings.alertTopicArn())),
                        clock));
    }

    @Override
    public StreamsEventResponse handleRequest(DynamodbEvent event, Context context) {
        DeliveryRun run = new DeliveryRun();
        BatchOutcome outcome =
                batch.process(event.getRecords().stream().map(TableChange::of).toList(), run);
        run.reports().forEach(line -> context.getLogger().log(line, LogLevel.WARN));
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
