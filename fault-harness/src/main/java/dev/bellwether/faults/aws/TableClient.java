package dev.bellwether.faults.aws;

import dev.bellwether.faults.expression.Binding;
import dev.bellwether.faults.expression.Condition;
import dev.bellwether.faults.expression.UpdateExpression;
import dev.bellwether.faults.plan.FaultPlan;
import dev.bellwether.faults.plan.FunctionCalls;
import dev.bellwether.faults.plan.FunctionCalls.ClientRetries;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/// A function's client of a [SimulatedTable]. What it does not have, the interface refuses.
///
/// Every read is consistent; a function that reads otherwise is refused, because it would see
/// something else on AWS.
public final class TableClient implements DynamoDbClient {
    private final SimulatedTable table;
    private final FunctionCalls calls;
    private final BatchWrites batches;

    /// A client whose calls go wrong as planned.
    public TableClient(SimulatedTable table, FaultPlan plan) {
        this.table = table;
        this.calls = new FunctionCalls(plan, new DynamoDbErrors(), ClientRetries.HARMLESS);
        this.batches = new BatchWrites(table, plan);
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // It has nothing open.
    }

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
        Requests.requireOnly(
                request, Set.of("TableName", "Key", "ConsistentRead"), table, request.tableName());
        Requests.requireConsistent(request.consistentRead());
        return calls.make(
                "GetItem " + keyOf(request.key()),
                () -> {
                    Map<String, AttributeValue> item = table.item(request.key());
                    GetItemResponse.Builder response = GetItemResponse.builder();
                    return item.isEmpty() ? response.build() : response.item(item).build();
                });
    }

    @Override
    public QueryResponse query(QueryRequest request) {
        return calls.make("Query", () -> Queries.query(table, request));
    }

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
        Requests.requireOnly(
                request,
                Set.of(
                        "TableName",
                        "Item",
                        "ConditionExpression",
                        "ExpressionAttributeNames",
                        "ExpressionAttributeValues",
                        "ReturnValuesOnConditionCheckFailure"),
                table,
                request.tableName());
        return calls.make(
                "PutItem " + keyOf(request.item()),
                () -> {
                    requireCondition(
                            request.conditionExpression(),
                            new Binding(
                                    request.expressionAttributeNames(),
                                    request.expressionAttributeValues()),
                            table.item(request.item()),
                            Set.of(),
                            request.returnValuesOnConditionCheckFailure());
                    table.put(request.item());
                    return PutItemResponse.builder().build();
                });
    }

    @Override
    public UpdateItemResponse updateItem(UpdateItemRequest request) {
        Requests.requireOnly(
                request,
                Set.of(
                        "TableName",
                        "Key",
                        "UpdateExpression",
                        "ConditionExpression",
                        "ExpressionAttributeNames",
                        "ExpressionAttributeValues",
                        "ReturnValues"),
                table,
                request.tableName());
        return calls.make("UpdateItem " + keyOf(request.key()), () -> update(request));
    }

    private UpdateItemResponse update(UpdateItemRequest request) {
        UpdateExpression update = UpdateExpression.parse(request.updateExpression());
        Binding binding =
                new Binding(
                        request.expressionAttributeNames(), request.expressionAttributeValues());
        Map<String, AttributeValue> before = table.item(request.key());
        requireCondition(
                request.conditionExpression(),
                binding,
                before,
                update.placeholders(),
                ReturnValuesOnConditionCheckFailure.NONE);
        Map<String, AttributeValue> start = new HashMap<>(before);
        start.putAll(request.key());
        table.put(update.apply(start, binding));
        UpdateItemResponse.Builder response = UpdateItemResponse.builder();
        ReturnValue returned =
                request.returnValues() == null ? ReturnValue.NONE : request.returnValues();
        return switch (returned) {
            case NONE -> response.build();
            case ALL_OLD -> response.attributes(before).build();
            case ALL_NEW -> response.attributes(table.item(request.key())).build();
            default ->
                    throw new UnsupportedOperationException(
                            "ReturnValues %s is not simulated".formatted(returned));
        };
    }

    @Override
    public DeleteItemResponse deleteItem(DeleteItemRequest request) {
        Requests.requireOnly(
                request,
                Set.of(
                        "TableName",
                        "Key",
                        "ConditionExpression",
                        "ExpressionAttributeNames",
                        "ExpressionAttributeValues"),
                table,
                request.tableName());
        return calls.make(
                "DeleteItem " + keyOf(request.key()),
                () -> {
                    requireCondition(
                            request.conditionExpression(),
                            new Binding(
                                    request.expressionAttributeNames(),
                                    request.expressionAttributeValues()),
                            table.item(request.key()),
                            Set.of(),
                            ReturnValuesOnConditionCheckFailure.NONE);
                    table.remove(request.key());
                    return DeleteItemResponse.builder().build();
                });
    }

    @Override
    public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
        batches.require(request);
        return calls.make("BatchWriteItem", () -> batches.write(request));
    }

    private static void requireCondition(
            @Nullable String expression,
            Binding binding,
            Map<String, AttributeValue> item,
            Set<String> otherPlaceholders,
            @Nullable ReturnValuesOnConditionCheckFailure shown) {
        Set<String> used = new TreeSet<>(otherPlaceholders);
        if (expression == null) {
            binding.requireUsed(used);
            return;
        }
        Condition.Parsed parsed = Condition.parse(expression);
        used.addAll(parsed.placeholders());
        binding.requireUsed(used);
        if (!parsed.condition().holds(item, binding)) {
            var refusal =
                    ConditionalCheckFailedException.builder()
                            .message("The conditional request failed")
                            .statusCode(400);
            if (shown == ReturnValuesOnConditionCheckFailure.ALL_OLD && !item.isEmpty()) {
                refusal.item(item);
            }
            throw refusal.build();
        }
    }

    private static String keyOf(Map<String, AttributeValue> item) {
        return SimulatedTable.text(item, SimulatedTable.PARTITION_KEY)
                + " "
                + SimulatedTable.text(item, SimulatedTable.SORT_KEY);
    }
}
