package dev.bellwether.local.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.local.mapping.EventPattern.Filter;
import dev.bellwether.local.wire.AwsErrorException;
import dev.bellwether.local.wire.Json;
import dev.bellwether.local.wire.JsonService;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A Kinesis stream.
///
/// https://docs.aws.amazon.com/kinesis/latest/APIReference/API_GetRecords.html
final class KinesisReader implements StreamReader {
    /// https://docs.aws.amazon.com/kinesis/latest/APIReference/API_GetRecords.html
    private static final int MOST_RECORDS = 10_000;

    /// An iterator lives five minutes, and ends with the engine that made it.
    private static final Set<String> RENEWED =
            Set.of("ExpiredIteratorException", "InvalidArgumentException");

    /// Kinesis knows the first for a number that it never gave; kinesis-local has the second for
    /// one whose record it lost.
    private static final Set<String> LOST =
            Set.of("InvalidArgumentException", "ResourceNotFoundException");

    private final ServiceCalls calls;
    private final String streamName;
    private final String arn;
    private final String roleArn;
    private final Filter filter;

    KinesisReader(
            ServiceCalls calls, String streamName, String arn, String roleArn, Filter filter) {
        this.calls = calls;
        this.streamName = streamName;
        this.arn = arn;
        this.roleArn = roleArn;
        this.filter = filter;
    }

    @Override
    public String arn() {
        return arn;
    }

    @Override
    public List<Shard> shards() {
        List<Shard> shards = new ArrayList<>();
        ObjectNode request = Json.object().put("StreamName", streamName);
        while (true) {
            JsonNode answer = call("ListShards", request);
            for (JsonNode shard : answer.path("Shards")) {
                List<String> parents = new ArrayList<>();
                addText(parents, shard.path("ParentShardId"));
                addText(parents, shard.path("AdjacentParentShardId"));
                shards.add(new Shard(shard.path("ShardId").asText(), parents));
            }
            if (!answer.path("NextToken").isTextual()) {
                return shards;
            }
            request = Json.object().put("NextToken", answer.path("NextToken").asText());
        }
    }

    private static void addText(List<String> list, JsonNode node) {
        if (node.isTextual()) {
            list.add(node.asText());
        }
    }

    @Override
    public ShardReader open(String shardId, ShardPosition position) {
        return new Reader(shardId, position);
    }

    private JsonNode call(String action, ObjectNode request) {
        return calls.call(JsonService.KINESIS, action, request);
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

        private @Nullable String iterator(ShardPosition position) {
            ObjectNode request =
                    Json.object().put("StreamName", streamName).put("ShardId", shardId);
            switch (position) {
                case ShardPosition.TrimHorizon() ->
                        request.put("ShardIteratorType", "TRIM_HORIZON");
                case ShardPosition.After(String sequenceNumber, _) ->
                        request.put("ShardIteratorType", "AFTER_SEQUENCE_NUMBER")
                                .put("StartingSequenceNumber", sequenceNumber);
                case ShardPosition.NotBefore(Instant arrival) ->
                        request.put("ShardIteratorType", "AT_TIMESTAMP")
                                .put("Timestamp", BigDecimal.valueOf(arrival.toEpochMilli(), 3));
            }
            try {
                return call("GetShardIterator", request).path("ShardIterator").asText();
            } catch (AwsErrorException e) {
                if (LOST.contains(e.code()) && position instanceof ShardPosition.After) {
                    throw new PositionLostException(String.valueOf(e.getMessage()), e);
                }
                throw e;
            }
        }

        @Override
        public RecordPage read(int limit) {
            if (iterator == null) {
                return new RecordPage(List.of(), 0, null, RecordPage.End.CLOSED);
            }
            JsonNode answer = records(Math.min(limit, MOST_RECORDS));
            iterator = answer.path("NextShardIterator").asText(null);
            List<StreamRecord> passed = new ArrayList<>();
            JsonNode records = answer.path("Records");
            ShardPosition.After last = null;
            for (JsonNode record : records) {
                last = KinesisEventRecord.position(record);
                if (filter.isEmpty() || filter.passes(KinesisEventRecord.filterView(record))) {
                    passed.add(KinesisEventRecord.of(record, shardId, arn, roleArn));
                }
            }
            if (last != null) {
                position = last;
            }
            return new RecordPage(passed, records.size() - passed.size(), last, end(answer));
        }

        private RecordPage.End end(JsonNode answer) {
            if (iterator == null) {
                return RecordPage.End.CLOSED;
            }
            return answer.path("Records").isEmpty()
                            || answer.path("MillisBehindLatest").asLong(1) == 0
                    ? RecordPage.End.CAUGHT_UP
                    : RecordPage.End.MORE;
        }

        private JsonNode records(int limit) {
            try {
                return call("GetRecords", request(limit));
            } catch (AwsErrorException e) {
                if (!RENEWED.contains(e.code())) {
                    throw e;
                }
                iterator = iterator(position);
                return call("GetRecords", request(limit));
            }
        }

        private ObjectNode request(int limit) {
            return Json.object().put("ShardIterator", iterator).put("Limit", limit);
        }
    }
}
