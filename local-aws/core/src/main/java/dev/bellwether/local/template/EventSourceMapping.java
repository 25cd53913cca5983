package dev.bellwether.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A declared event source mapping with every setting, defaults filled in.
///
/// Defaults: <https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html>.
///
/// @param batchSize most records an invocation
/// @param batchingWindow longest wait for a full batch
/// @param startingPosition `TRIM_HORIZON`, `LATEST` or `AT_TIMESTAMP` of a stream, empty of a queue
/// @param maximumRetryAttempts tries after the first one, -1 for no end
/// @param maximumRecordAge older records are given up, absent for no limit
/// @param bisectBatchOnFunctionError whether a failed batch is split in two
/// @param reportBatchItemFailures whether the function answers which records failed
/// @param parallelizationFactor batches of one shard at a time
/// @param onFailureArn queue, topic or bucket that takes given-up batches
/// @param filters patterns of event filtering, a record passes if it matches one; empty for all
/// @param maximumConcurrency of a queue's mapping, absent for no limit
public record EventSourceMapping(
        String stack,
        String logicalId,
        String functionName,
        EventSource source,
        boolean enabled,
        int batchSize,
        Duration batchingWindow,
        String startingPosition,
        int maximumRetryAttempts,
        Optional<Duration> maximumRecordAge,
        boolean bisectBatchOnFunctionError,
        boolean reportBatchItemFailures,
        int parallelizationFactor,
        Optional<String> onFailureArn,
        List<JsonNode> filters,
        OptionalInt maximumConcurrency) {}
