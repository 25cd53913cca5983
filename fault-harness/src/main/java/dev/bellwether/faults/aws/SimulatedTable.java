package dev.bellwether.faults.aws;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.faults.expression.InvalidRequestException;
import dev.bellwether.faults.expression.Values;
import dev.bellwether.faults.plan.FaultPlan;
import dev.bellwether.local.wire.Json;
import dev.bellwether.local.wire.JsonService;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// One table with texts as partition key `symbol` and sort key `sk`, and its stream.
///
/// Its clients are [TableClient]s; the poller calls [#call].
public final class SimulatedTable {
    /// Name of the partition key.
    static final String PARTITION_KEY = "symbol";

    /// Name of the sort key.
    static final String SORT_KEY = "sk";

    /// By what the stream's shards are told apart. DynamoDB promises an order a single item.
    public enum StreamOrder {
        /// Items of one partition key are in one shard.
        OF_A_PARTITION,
        /// Each item is in any shard.
        OF_AN_ITEM
    }

    /// An item changed.
    ///
    /// @param before the item until now, empty if it is new
    /// @param after the item from now on, empty if it was removed
    public record Change(Map<String, AttributeValue> before, Map<String, AttributeValue> after) {}

    private final String name;
    private final StreamOrder order;
    private final TableStream stream;
    private final Consumer<Change> listener;
    private final Map<String, NavigableMap<String, Map<String, AttributeValue>>> partitions =
            new TreeMap<>();

    /// @param shardCount open shards of its stream
    /// @param listener is told of every change
    public SimulatedTable(
            String name,
            StreamOrder order,
            InstantSource clock,
            FaultPlan plan,
            int shardCount,
            Consumer<Change> listener) {
        this.name = name;
        this.order = order;
        this.stream = new TableStream(streamArn(), clock, plan, shardCount);
        this.listener = listener;
    }

    private String streamArn() {
        return "arn:aws:dynamodb:us-east-1:000000000000:table/%s/stream/2025-10-29T00:00:00.000"
                .formatted(name);
    }

    /// Its name.
    String name() {
        return name;
    }

    /// All items, by partition and sort key.
    public List<Map<String, AttributeValue>> items() {
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        partitions.values().forEach(partition -> items.addAll(partition.values()));
        return items;
    }

    /// The items of a partition, by sort key.
    NavigableMap<String, Map<String, AttributeValue>> partition(String key) {
        return partitions.getOrDefault(key, new TreeMap<>());
    }

    /// The item of that key; empty if there is none.
    Map<String, AttributeValue> item(Map<String, AttributeValue> key) {
        return partition(text(key, PARTITION_KEY)).getOrDefault(text(key, SORT_KEY), Map.of());
    }

    /// Puts an item, over one of the same key.
    public void put(Map<String, AttributeValue> item) {
        Map<String, AttributeValue> after = new TreeMap<>();
        item.forEach((attribute, value) -> after.put(attribute, Values.stored(value)));
        change(item, after);
    }

    /// Takes an item away, if it is there.
    void remove(Map<String, AttributeValue> key) {
        change(key, Map.of());
    }

    private void change(Map<String, AttributeValue> key, Map<String, AttributeValue> after) {
        String partitionKey = text(key, PARTITION_KEY);
        String sortKey = text(key, SORT_KEY);
        Map<String, AttributeValue> before = item(key);
        if (before.equals(after)) {
            return; // a change that changes nothing has no stream record
        }
        var partition = partitions.computeIfAbsent(partitionKey, _ -> new TreeMap<>());
        if (after.isEmpty()) {
            partition.remove(sortKey);
        } else {
            partition.put(sortKey, Map.copyOf(after));
        }
        stream.changed(
                switch (order) {
                    case OF_A_PARTITION -> partitionKey;
                    case OF_AN_ITEM -> partitionKey + "/" + sortKey;
                },
                Map.of(
                        PARTITION_KEY, AttributeValue.fromS(partitionKey),
                        SORT_KEY, AttributeValue.fromS(sortKey)),
                before,
                after);
        listener.accept(new Change(before, Map.copyOf(after)));
    }

    static String text(Map<String, AttributeValue> item, String attribute) {
        AttributeValue value = item.get(attribute);
        if (value == null || value.s() == null || value.s().isEmpty()) {
            throw new InvalidRequestException("The key's %s is missing".formatted(attribute));
        }
        return value.s();
    }

    /// Ends one of its stream's shards, whose children go on.
    public void splitStream() {
        stream.shards().split();
    }

    /// How many records of its stream were read after one that had come later.
    public int overtaken() {
        return stream.shards().overtaken();
    }

    /// An answer to the poller.
    ///
    /// @throws dev.bellwether.local.wire.AwsErrorException as planned
    public JsonNode call(JsonService service, String action, JsonNode request) {
        if (service == JsonService.DYNAMODB && action.equals("DescribeTable")) {
            var answer = Json.object();
            answer.putObject("Table").put("LatestStreamArn", streamArn());
            return answer;
        }
        if (service == JsonService.DYNAMODB_STREAMS) {
            return stream.call(action, request);
        }
        throw new UnsupportedOperationException("%s is not simulated".formatted(action));
    }
}
