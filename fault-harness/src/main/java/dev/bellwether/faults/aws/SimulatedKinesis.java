package dev.bellwether.faults.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.faults.plan.FaultPlan;
import dev.bellwether.local.wire.Json;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;

/// One Kinesis stream, as its producer and the poller see it.
///
/// https://docs.aws.amazon.com/kinesis/latest/APIReference/API_GetRecords.html
public final class SimulatedKinesis {
    private static final SimulatedStream.Naming NAMING =
            new SimulatedStream.Naming(
                    "kinesis",
                    "shardId-%012d",
                    "4966%052d",
                    "ProvisionedThroughputExceededException",
                    Duration.ofMinutes(5));

    /// Few, so that a list of shards has several pages.
    private static final int SHARDS_A_PAGE = 2;

    private final SimulatedStream stream;
    private final InstantSource clock;

    /// A stream of so many open shards.
    public SimulatedKinesis(InstantSource clock, FaultPlan plan, int shardCount) {
        this.stream = new SimulatedStream(NAMING, clock, plan, shardCount);
        this.clock = clock;
    }

    /// Takes a record.
    public void put(String partitionKey, byte[] data) {
        BigDecimal arrival = BigDecimal.valueOf(clock.instant().toEpochMilli(), 3);
        stream.append(
                partitionKey,
                sequenceNumber -> {
                    ObjectNode json = Json.object().put("SequenceNumber", sequenceNumber);
                    json.put("ApproximateArrivalTimestamp", arrival)
                            .put("Data", Base64.getEncoder().encodeToString(data))
                            .put("PartitionKey", partitionKey);
                    return json;
                });
    }

    /// Ends one of the shards, whose children go on.
    public void split() {
        stream.split();
    }

    /// How many records were read after one that had come later.
    public int overtaken() {
        return stream.overtaken();
    }

    /// An answer to the poller.
    ///
    /// @throws dev.bellwether.local.wire.AwsErrorException as Kinesis would refuse it, or as
    ///   planned
    public JsonNode call(String action, JsonNode request) {
        return switch (action) {
            case "ListShards" -> list(request);
            case "GetShardIterator" -> {
                stream.throttle(action, request.path("ShardId").asText());
                yield Json.object()
                        .put("ShardIterator", stream.iterator(request, "StartingSequenceNumber"));
            }
            case "GetRecords" -> records(request);
            default ->
                    throw new UnsupportedOperationException(
                            "Kinesis %s is not simulated".formatted(action));
        };
    }

    private ObjectNode list(JsonNode request) {
        stream.throttle("ListShards", "");
        int from = request.path("NextToken").asInt(0);
        int to = Math.min(from + SHARDS_A_PAGE, stream.shards().size());
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray("Shards");
        for (SimulatedShard shard : stream.shards().subList(from, to)) {
            ObjectNode json = list.addObject().put("ShardId", shard.id());
            shard.parent().ifPresent(parent -> json.put("ParentShardId", parent));
        }
        return to < stream.shards().size() ? answer.put("NextToken", String.valueOf(to)) : answer;
    }

    private ObjectNode records(JsonNode request) {
        SimulatedStream.Read read = stream.read(request);
        ObjectNode answer = Json.object();
        ArrayNode records = answer.putArray("Records");
        read.records().forEach(stored -> records.add(stored.json()));
        read.iterator().ifPresent(iterator -> answer.put("NextShardIterator", iterator));
        return answer.put("MillisBehindLatest", read.isBehind() ? 1000 : 0);
    }
}
