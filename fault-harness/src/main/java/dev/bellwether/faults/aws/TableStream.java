package dev.bellwether.faults.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.faults.plan.FaultPlan;
import dev.bellwether.local.wire.Json;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The stream of new and old images of a [SimulatedTable], as the poller sees it.
///
/// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_GetRecords.html
final class TableStream {
    private static final SimulatedStream.Naming NAMING =
            new SimulatedStream.Naming(
                    "dynamodb",
                    "shardId-%020d-0",
                    "1%020d",
                    "LimitExceededException",
                    Duration.ofMinutes(15));

    /// Few, so that a list of shards has several pages.
    private static final int SHARDS_A_PAGE = 2;

    private final SimulatedStream stream;
    private final InstantSource clock;
    private final String arn;

    TableStream(String arn, InstantSource clock, FaultPlan plan, int shardCount) {
        this.stream = new SimulatedStream(NAMING, clock, plan, shardCount);
        this.clock = clock;
        this.arn = arn;
    }

    SimulatedStream shards() {
        return stream;
    }

    /// @param before the item until now, empty if it is new
    /// @param after the item from now on, empty if it is removed
    void changed(
            String shardKey,
            Map<String, AttributeValue> key,
            Map<String, AttributeValue> before,
            Map<String, AttributeValue> after) {
        stream.append(
                shardKey,
                sequenceNumber -> {
                    ObjectNode json =
                            Json.object()
                                    .put("eventID", "event-" + sequenceNumber)
                                    .put(
                                            "eventName",
                                            before.isEmpty()
                                                    ? "INSERT"
                                                    : after.isEmpty() ? "REMOVE" : "MODIFY")
                                    .put("eventVersion", "1.1")
                                    .put("eventSource", "aws:dynamodb")
                                    .put("awsRegion", "us-east-1");
                    ObjectNode change = json.putObject("dynamodb");
                    change.put("ApproximateCreationDateTime", clock.instant().getEpochSecond());
                    change.set("Keys", ItemJson.of(key));
                    if (!after.isEmpty()) {
                        change.set("NewImage", ItemJson.of(after));
                    }
                    if (!before.isEmpty()) {
                        change.set("OldImage", ItemJson.of(before));
                    }
                    change.put("SequenceNumber", sequenceNumber)
                            .put("SizeBytes", 100)
                            .put("StreamViewType", "NEW_AND_OLD_IMAGES");
                    return json;
                });
    }

    JsonNode call(String action, JsonNode request) {
        return switch (action) {
            case "DescribeStream" -> describe(request);
            case "GetShardIterator" -> {
                stream.throttle(action, request.path("ShardId").asText());
                yield Json.object()
                        .put("ShardIterator", stream.iterator(request, "SequenceNumber"));
            }
            case "GetRecords" -> records(request);
            default ->
                    throw new UnsupportedOperationException(
                            "DynamoDB Streams %s is not simulated".formatted(action));
        };
    }

    private ObjectNode describe(JsonNode request) {
        stream.throttle("DescribeStream", "");
        int from = 0;
        String after = request.path("ExclusiveStartShardId").asText("");
        while (!after.isEmpty() && !stream.shards().get(from++).id().equals(after)) {
            // Goes on behind that shard.
        }
        int to = Math.min(from + SHARDS_A_PAGE, stream.shards().size());
        ObjectNode answer = Json.object();
        ObjectNode description = answer.putObject("StreamDescription").put("StreamArn", arn);
        ArrayNode list = description.putArray("Shards");
        for (SimulatedShard shard : stream.shards().subList(from, to)) {
            ObjectNode json = list.addObject().put("ShardId", shard.id());
            shard.parent().ifPresent(parent -> json.put("ParentShardId", parent));
        }
        if (to < stream.shards().size()) {
            description.put("LastEvaluatedShardId", stream.shards().get(to - 1).id());
        }
        return answer;
    }

    private ObjectNode records(JsonNode request) {
        SimulatedStream.Read read = stream.read(request);
        ObjectNode answer = Json.object();
        ArrayNode records = answer.putArray("Records");
        read.records().forEach(stored -> records.add(stored.json()));
        read.iterator().ifPresent(iterator -> answer.put("NextShardIterator", iterator));
        return answer;
    }
}
