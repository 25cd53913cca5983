package dev.bellwether.local.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.local.wire.Json;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/// A record of GetRecords in the forms that a Kinesis mapping needs.
final class KinesisEventRecord {
    private KinesisEventRecord() {}

    static ShardPosition.After position(JsonNode record) {
        BigDecimal epochSeconds = record.path("ApproximateArrivalTimestamp").decimalValue();
        return new ShardPosition.After(
                record.path("SequenceNumber").asText(),
                Instant.ofEpochMilli(epochSeconds.movePointRight(3).longValue()));
    }

    /// One element of the `Records` of Lambda's Kinesis event.
    ///
    /// https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html
    static StreamRecord of(JsonNode record, String shardId, String streamArn, String roleArn) {
        ShardPosition.After at = position(record);
        ObjectNode event = Json.object();
        event.putObject("kinesis")
                .put("kinesisSchemaVersion", "1.0")
                .put("partitionKey", record.path("PartitionKey").asText())
                .put("sequenceNumber", at.sequenceNumber())
                .put("data", record.path("Data").asText())
                .set("approximateArrivalTimestamp", record.path("ApproximateArrivalTimestamp"));
        event.put("eventSource", "aws:kinesis")
                .put("eventVersion", "1.0")
                .put("eventID", shardId + ":" + at.sequenceNumber())
                .put("eventName", "aws:kinesis:record")
                .put("invokeIdentityArn", roleArn)
                .put("awsRegion", streamArn.split(":")[3])
                .put("eventSourceARN", streamArn);
        return new StreamRecord(at.sequenceNumber(), at.arrival(), Json.bytes(event));
    }

    /// https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis-filtering.html: filters see the
    /// record's data decoded, under the key `data`.
    static JsonNode filterView(JsonNode record) {
        ObjectNode view = Json.object().put("partitionKey", record.path("PartitionKey").asText());
        byte[] data = Base64.getDecoder().decode(record.path("Data").asText());
        try {
            view.set("data", Json.parse(data));
        } catch (UncheckedIOException _) {
            view.put("data", new String(data, StandardCharsets.UTF_8));
        }
        return view;
    }
}
