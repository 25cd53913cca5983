package dev.bellwether.infra.pipeline;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.kinesis.IStream;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping;
import software.amazon.awscdk.services.lambda.CfnEventSourceMappingProps;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.s3.IBucket;
import software.amazon.awscdk.services.sqs.IQueue;
import software.constructs.Construct;

/// What hands records of streams and queues to functions. A failing record is isolated (bisect,
/// partial answers), tried four times, and then kept with its payload in the failure bucket, so
/// that it blocks its shard for minutes and not for a day.
public final class StreamTrigger {
    private static final int RETRIES = 3;
    // Half of what the streams keep: what is given up on can still be read for the failure bucket.
    private static final int MOST_RECORD_AGE_SECONDS = 12 * 60 * 60;

    private StreamTrigger() {}

    /// What [#ofStream] needs the function to be allowed.
    public static List<PolicyStatement> rightsOfStream(IStream stream, IBucket failures) {
        return concat(List.of(Rights.readStream(stream)), Rights.keepFailures(failures));
    }

    /// Quotes: up to 500, or what came in the window, for each object in the lake is one batch.
    /// From the beginning of the stream (TRIM_HORIZON): with LATEST, records put while the mapping
    /// is being created, or created anew, would never be read.
    public static void ofStream(
            Construct scope,
            String id,
            IFunction function,
            IStream stream,
            int windowSeconds,
            IBucket failures) {
        new CfnEventSourceMapping(
                scope,
                id,
                careful(function, failures)
                        .eventSourceArn(stream.getStreamArn())
                        .batchSize(500)
                        .maximumBatchingWindowInSeconds(windowSeconds)
                        .build());
    }

    /// What [#ofTable] needs the function to be allowed.
    public static List<PolicyStatement> rightsOfTable(ITable table, IBucket failures) {
        return concat(Rights.readChanges(table), Rights.keepFailures(failures));
    }

    /// New and changed bars and alerts; quotes, and what expires, never start the function. From
    /// the beginning, as above; the window is short, for an alert should not wait.
    public static void ofTable(
            Construct scope, String id, IFunction function, ITable table, IBucket failures) {
        new CfnEventSourceMapping(
                scope,
                id,
                careful(function, failures)
                        .eventSourceArn(Objects.requireNonNull(table.getTableStreamArn()))
                        .batchSize(500)
                        .maximumBatchingWindowInSeconds(5)
                        .filterCriteria(
                                CfnEventSourceMapping.FilterCriteriaProperty.builder()
                                        .filters(
                                                List.of(
                                                        CfnEventSourceMapping.FilterProperty
                                                                .builder()
                                                                .pattern(BARS_AND_ALERTS)
                                                                .build()))
                                        .build())
                        .build());
    }

    private static final String BARS_AND_ALERTS =
            "{\"eventName\":[\"INSERT\",\"MODIFY\"],\"dynamodb\":{\"Keys\":{\"sk\":{\"S\":[{\"prefix\":\"bar#\"},{\"prefix\":\"sampled#\"},{\"prefix\":\"alert#\"}]}}}}";

    /// What [#ofQueue] needs the function to be allowed.
    public static PolicyStatement rightsOfQueue(IQueue queue) {
        return Rights.takeMessages(queue);
    }

    /// One message a poll, at most two polls at a time.
    public static void ofQueue(Construct scope, String id, IFunction function, IQueue queue) {
        new CfnEventSourceMapping(
                scope,
                id,
                CfnEventSourceMappingProps.builder()
                        .functionName(function.getFunctionArn())
                        .eventSourceArn(queue.getQueueArn())
                        .batchSize(1)
                        .scalingConfig(
                                CfnEventSourceMapping.ScalingConfigProperty.builder()
                                        .maximumConcurrency(2)
                                        .build())
                        .build());
    }

    private static CfnEventSourceMappingProps.Builder careful(
            IFunction function, IBucket failures) {
        return CfnEventSourceMappingProps.builder()
                .functionName(function.getFunctionArn())
                .startingPosition("TRIM_HORIZON")
                .functionResponseTypes(List.of("ReportBatchItemFailures"))
                .bisectBatchOnFunctionError(true)
                .maximumRetryAttempts(RETRIES)
                .maximumRecordAgeInSeconds(MOST_RECORD_AGE_SECONDS)
                .destinationConfig(
                        CfnEventSourceMapping.DestinationConfigProperty.builder()
                                .onFailure(
                                        CfnEventSourceMapping.OnFailureProperty.builder()
                                                // A bucket, because it keeps the whole records;
                                                // a queue or topic gets only their whereabouts.
                                                .destination(failures.getBucketArn())
                                                .build())
                                .build());
    }

    private static List<PolicyStatement> concat(
            List<PolicyStatement> first, List<PolicyStatement> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
