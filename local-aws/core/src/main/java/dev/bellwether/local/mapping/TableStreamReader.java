package dev.bellwether.local.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.local.mapping.EventPattern.Filter;
import dev.bellwether.local.wire.AwsErrorException;
import dev.bellwether.local.wire.Json;
import dev.bellwether.local.wire.JsonService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The stream of a DynamoDB table, and its records in the form of Lambda's DynamoDB event.
///
/// DynamoDB Local calls its region `ddblocal` and rounds creation times down to the minute; the
/// first is put right, the second means that a record seems up to a minute older than it is.
///
/// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_GetRecords.html and
/// https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html
final class TableStreamReader implements StreamReader {
    /// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_GetRecords.html
    private static final int MOST_RECORDS = 1000;

    private static final Set<String> LOST =
            Set.of(
                    "TrimmedDataAccessException",
                    "ResourceNotFoundException",
                    "ValidationException");

    private final ServiceCalls calls;
    private final String engineArn;
    private final String arn;
    private final String region;
    private final Filter filter;

    private TableStreamReader(ServiceCalls calls, String engineArn, String region, Filter filter) {
        this.calls = calls;
        this.engineArn = engineArn;
        String[] parts = engineArn.split(":", 5);
        this.arn = String.join(":", parts[0], parts[1], parts[2], region, parts[4]);
        this.region = region;
        this.filter = filter;
    }

    /// @param region that events name
    /// @throws IllegalArgumentException if the table has no stream
    static TableStreamReader of(
            ServiceCalls calls, String tableName, String region, Filter filter) {
        JsonNode table =
                calls.call(
                        JsonService.DYNAMODB,
                        "DescribeTable",
                        Json.object().put("TableName", tableName));
        JsonNode arn = table.path("Table").path("LatestStreamArn");
        if (!arn.isTextual()) {
            throw new IllegalArgumentException(
                    "Table %s has no stream, but a mapping reads it: declare a StreamSpecification"
                            .formatted(tableName));
        }
        return new TableStreamReader(calls, arn.asText(), region, filter);
    }

    @Override
    public String arn() {
        return arn;
    }

    @Override
    public List<Shard> shards() {
        List<Shard> shards = new ArrayList<>();
        ObjectNode request = Json.object().put("StreamArn", engineArn);
        while (true) {
            JsonNode answer = call("DescribeStream", request).path("StreamDescription");
            for (JsonNode shard : answer.path("Shards")) {
                JsonNode parent = shard.path("ParentShardId");
                shards.add(
                        new Shard(
                                shard.path("ShardId").asText(),
                                parent.isTextual() ? List.of(parent.asText()) : List.of()));
            }
            JsonNode next = answer.path("LastEvaluatedShardId");
            if (!next.isTextual()) {
                return shards;
            }
            request.put("ExclusiveStartShardId", next.asText());
        }
    }

    @Override
    public ShardReader open(String shardId, ShardPosition position) {
        return new Reader(shardId, position);
    }

    private JsonNode call(String action, ObjectNode request) {
        return calls.call(JsonService.DYNAMODB_STREAMS, action, request);
    }

    private final class Reader implements ShardReader {
        private final String shardId;
        private ShardPosition position;
        private @Nullable String iterator;

        Reader(String shardId, ShardPosition position) {
            this.shardId = shardId;
            this.position = position;
            this.iterator = iterator(position);
        }

        private String iterator(ShardPosition position) {
            ObjectNode request = Json.object().put("StreamArn", engineArn).put("ShardId", shardId);
            switch (position) {
                case ShardPosition.TrimHorizon _, ShardPosition.NotBefore _ ->
                        // A table's stream has no AT_TIMESTAMP.
                        request.put("ShardIteratorType", "TRIM_HORIZON");
                case ShardPosition.After(String sequenceNumber, _) ->
                        request.put("ShardIteratorType", "AFTER_SEQUENCE_NUMBER")
                                .put("SequenceNumber", sequenceNumber);
            }
            try {
                return call("GetShardIterator", request).path("ShardIterator").asText();
            } catch (AwsErrorException e) {
                throw position instanceof ShardPosition.After ? lostIfSo(e) : e;
            }
        }

        @Override
        public RecordPage read(int limit) {
            if (iterator == null) {
                return new RecordPage(List.of(), 0, null, RecordPage.End.CLOSED);
            }
            int asked = Math.min(limit, MOST_RECORDS);
            JsonNode answer = records(asked);
            iterator = answer.path("NextShardIterator").asText(null);
            List<StreamRecord> passed = new ArrayList<>();
            JsonNode records = answer.path("Records");
            ShardPosition.After last = null;
            for (JsonNode record : records) {
                last = position(record.path("dynamodb"));
                if (filter.passes(record)) {
                    passed.add(toEventRecord((ObjectNode) record, last));
                }
            }
            if (last != null) {
                position = last;
            }
            RecordPage.End end =
                    iterator == null
                            ? RecordPage.End.CLOSED
                            : records.size() < asked
                                    ? RecordPage.End.CAUGHT_UP
                                    : RecordPage.End.MORE;
            return new RecordPage(passed, records.size() - passed.size(), last, end);
        }

        private JsonNode records(int limit) {
            try {
                return call("GetRecords", request(limit));
            } catch (AwsErrorException e) {
                if (!e.code().equals("ExpiredIteratorException")) {
                    throw lostIfSo(e);
                }
                iterator = iterator(position); // an iterator lives fifteen minutes
                return call("GetRecords", request(limit));
            }
        }

        private ObjectNode request(int limit) {
            return Json.object().put("ShardIterator", iterator).put("Limit", limit);
        }

        private static RuntimeException lostIfSo(AwsErrorException e) {
            return LOST.contains(e.code())
                    ? new PositionLostException(String.valueOf(e.getMessage()), e)
                    : e;
        }

        private static ShardPosition.After position(JsonNode change) {
            return new ShardPosition.After(
                    change.path("SequenceNumber").asText(),
                    Instant.ofEpochSecond(change.path("ApproximateCreationDateTime").asLong()));
        }

        /// The stream's own record is the event's, but for the ARN.
        private StreamRecord toEventRecord(ObjectNode record, ShardPosition.After at) {
            record.put("awsRegion", region).put("eventSourceARN", arn);
            return new StreamRecord(at.sequenceNumber(), at.arrival(), Json.bytes(record));
        }
    }
}
