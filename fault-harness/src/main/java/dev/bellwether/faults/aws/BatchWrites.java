package dev.bellwether.faults.aws;

import dev.bellwether.faults.expression.InvalidRequestException;
import dev.bellwether.faults.plan.FaultKind;
import dev.bellwether.faults.plan.FaultPlan;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/// BatchWriteItem: in no order, and perhaps not all of it.
///
/// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html
final class BatchWrites {
    private static final int MOST_ITEMS = 25;

    private final SimulatedTable table;
    private final FaultPlan plan;

    BatchWrites(SimulatedTable table, FaultPlan plan) {
        this.table = table;
        this.plan = plan;
    }

    /// @throws InvalidRequestException for what DynamoDB would refuse
    void require(BatchWriteItemRequest request) {
        Requests.requireOnly(request, Set.of("RequestItems"));
        List<WriteRequest> writes = writesOf(request);
        if (!request.requestItems().keySet().equals(Set.of(table.name()))) {
            throw new InvalidRequestException("There is no table but " + table.name());
        }
        if (writes.isEmpty() || writes.size() > MOST_ITEMS) {
            throw new InvalidRequestException(
                    "A batch has 1 to %d items, not %d".formatted(MOST_ITEMS, writes.size()));
        }
        Set<String> keys = new HashSet<>();
        for (WriteRequest write : writes) {
            Map<String, AttributeValue> key = keyOf(write);
            if (!keys.add(
                    key.get(SimulatedTable.PARTITION_KEY)
                            + "/"
                            + key.get(SimulatedTable.SORT_KEY))) {
                throw new InvalidRequestException("A batch has one item twice: " + key);
            }
        }
    }

    private List<WriteRequest> writesOf(BatchWriteItemRequest request) {
        return request.requestItems().getOrDefault(table.name(), List.of());
    }

    private static Map<String, AttributeValue> keyOf(WriteRequest write) {
        return write.putRequest() != null ? write.putRequest().item() : write.deleteRequest().key();
    }

    BatchWriteItemResponse write(BatchWriteItemRequest request) {
        List<WriteRequest> writes = plan.shuffled(writesOf(request));
        int done = writes.size();
        // A batch of which nothing can be done is refused as a whole, as another fault.
        if (done > 1 && plan.strikes(FaultKind.UNPROCESSED, "of %d items".formatted(done))) {
            done = 1 + plan.below(done - 1);
        }
        for (WriteRequest write : writes.subList(0, done)) {
            if (write.putRequest() != null) {
                table.put(write.putRequest().item());
            } else {
                table.remove(write.deleteRequest().key());
            }
        }
        List<WriteRequest> left = writes.subList(done, writes.size());
        return BatchWriteItemResponse.builder()
                .unprocessedItems(
                        left.isEmpty() ? Map.of() : Map.of(table.name(), List.copyOf(left)))
                .build();
    }
}
