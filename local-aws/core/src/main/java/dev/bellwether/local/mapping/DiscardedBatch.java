package dev.bellwether.local.mapping;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.local.wire.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;

/// A batch that its mapping gives up, as Lambda reports it to the failure destination.
///
/// https://docs.aws.amazon.com/lambda/latest/dg/kinesis-on-failure-destination.html and
/// https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html
///
/// @param batchInfo how the batch is described
/// @param keyId what tells its object from others of the same second
record DiscardedBatch(
        UUID mapping,
        String functionArn,
        String streamArn,
        String shardId,
        BatchInfo batchInfo,
        Segment segment,
        Segment.Condition condition,
        Instant at,
        UUID requestId,
        UUID keyId) {
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter KEY_TIME =
            DateTimeFormatter.ofPattern("uuuu/MM/dd/uuuu-MM-dd'T'HH.mm.ss", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    /// What a queue or a topic gets: where the records are, not the records.
    String message() {
        return Json.text(metadata());
    }

    /// What a bucket gets: with the whole event as a JSON string in `payload`.
    byte[] object() {
        return Json.bytes(
                metadata().put("payload", new String(segment.event(), StandardCharsets.UTF_8)));
    }

    /// `aws/lambda/<mapping>/<shard>/YYYY/MM/DD/YYYY-MM-DDTHH.MM.SS-<random>`
    String objectKey() {
        return "aws/lambda/%s/%s/%s-%s".formatted(mapping, shardId, KEY_TIME.format(at), keyId);
    }

    private ObjectNode metadata() {
        ObjectNode root = Json.object();
        root.putObject("requestContext")
                .put("requestId", requestId.toString())
                .put("functionArn", functionArn)
                .put("condition", condition.text())
                .put("approximateInvokeCount", segment.invocations());
        if (segment.invocations() > 0) {
            ObjectNode response =
                    root.putObject("responseContext")
                            .put("statusCode", 200)
                            .put("executedVersion", "$LATEST");
            if (segment.functionError() == Segment.FunctionErrorSeen.YES) {
                response.put("functionError", "Unhandled");
            }
        }
        root.put("version", "1.0");
        root.put("timestamp", MILLIS.format(at));
        root.putObject(batchInfo.field())
                .put("shardId", shardId)
                .put("startSequenceNumber", segment.first().sequenceNumber())
                .put("endSequenceNumber", segment.last().sequenceNumber())
                .put(
                        "approximateArrivalOfFirstRecord",
                        batchInfo.arrival(segment.first().arrival()))
                .put("approximateArrivalOfLastRecord", batchInfo.arrival(segment.last().arrival()))
                .put("batchSize", segment.size())
                .put("streamArn", streamArn);
        return root;
    }
}
