package dev.bellwether.ingest.alphavantage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/// A table in memory that takes at most `takes` items a call and gives the others back.
final class InMemoryTable implements DynamoDbClient {
    private final Map<String, Map<String, AttributeValue>> items = new TreeMap<>();
    private final List<List<String>> writes = new ArrayList<>();
    private int takes = Integer.MAX_VALUE;

    /// Items by `symbol/sk`.
    Map<String, Map<String, AttributeValue>> items() {
        return items;
    }

    /// Sort keys of each call.
    List<List<String>> writes() {
        return writes;
    }

    void takeAtMost(int itemsPerCall) {
        takes = itemsPerCall;
    }

    @Override
    public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
        Map<String, List<WriteRequest>> left = new HashMap<>();
        request.requestItems()
                .forEach((table, all) -> {
                    writes.add(
                            all.stream()
                                    .map(write -> write.putRequest().item().get("sk").s())
                                    .toList());
                    int taken = Math.min(takes, all.size());
                    all.subList(0, taken)
                            .forEach(write -> {
                                Map<String, AttributeValue> item = write.putRequest().item();
                                items.put(item.get("symbol").s() + "/" + item.get("sk").s(), item);
                            });
                    if (taken < all.size()) {
                        left.put(table, all.subList(taken, all.size()));
                    }
                });
        return BatchWriteItemResponse.builder().unprocessedItems(left).build();
    }

    @Override
    public String serviceName() {
        return "dynamodb";
    }

    @Override
    public void close() {}
}
