package dev.bellwether.faults.aws;

import dev.bellwether.faults.expression.Binding;
import dev.bellwether.faults.expression.Condition;
import dev.bellwether.faults.expression.KeyCondition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/// Query: a range of a partition, in the order of its sort keys.
///
/// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Query.html
final class Queries {
    private Queries() {}

    static QueryResponse query(SimulatedTable table, QueryRequest request) {
        Requests.requireOnly(
                request,
                Set.of(
                        "TableName",
                        "KeyConditionExpression",
                        "FilterExpression",
                        "ExpressionAttributeNames",
                        "ExpressionAttributeValues",
                        "ScanIndexForward",
                        "ConsistentRead",
                        "Limit",
                        "ExclusiveStartKey"),
                table,
                request.tableName());
        Requests.requireConsistent(request.consistentRead());
        Binding binding =
                new Binding(
                        request.expressionAttributeNames(), request.expressionAttributeValues());
        KeyCondition keys =
                KeyCondition.parse(
                        request.keyConditionExpression(),
                        SimulatedTable.PARTITION_KEY,
                        SimulatedTable.SORT_KEY,
                        binding);
        Set<String> used = new TreeSet<>(keys.placeholders());
        List<Condition> filters = filters(request, used);
        binding.requireUsed(used);
        return page(
                request,
                inOrder(keys.within(table.partition(keys.partition().s()), binding), request),
                item -> keys.range().stream().allMatch(one -> one.holds(item, binding)),
                item -> filters.stream().allMatch(one -> one.holds(item, binding)));
    }

    private static List<Condition> filters(QueryRequest request, Set<String> used) {
        if (request.filterExpression() == null) {
            return List.of();
        }
        Condition.Parsed filter = Condition.parse(request.filterExpression());
        used.addAll(filter.placeholders());
        return List.of(filter.condition());
    }

    private static Collection<Map<String, AttributeValue>> inOrder(
            NavigableMap<String, Map<String, AttributeValue>> partition, QueryRequest request) {
        NavigableMap<String, Map<String, AttributeValue>> ordered =
                Boolean.FALSE.equals(request.scanIndexForward())
                        ? partition.descendingMap()
                        : partition;
        if (!request.hasExclusiveStartKey() || request.exclusiveStartKey().isEmpty()) {
            return ordered.values();
        }
        String start = SimulatedTable.text(request.exclusiveStartKey(), SimulatedTable.SORT_KEY);
        // Outside of the range a map refuses what DynamoDB refuses too.
        return ordered.tailMap(start, false).values();
    }

    /// The limit counts what is read, before the filter.
    private static QueryResponse page(
            QueryRequest request,
            Collection<Map<String, AttributeValue>> ordered,
            Predicate<Map<String, AttributeValue>> inRange,
            Predicate<Map<String, AttributeValue>> passes) {
        int limit = request.limit() == null ? Integer.MAX_VALUE : request.limit();
        int read = 0;
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        for (Map<String, AttributeValue> item : ordered) {
            if (inRange.test(item)) {
                read++;
                if (passes.test(item)) {
                    items.add(item);
                }
                if (read == limit) {
                    return QueryResponse.builder()
                            .items(items)
                            .count(items.size())
                            .lastEvaluatedKey(
                                    Map.of(
                                            SimulatedTable.PARTITION_KEY,
                                            item.get(SimulatedTable.PARTITION_KEY),
                                            SimulatedTable.SORT_KEY,
                                            item.get(SimulatedTable.SORT_KEY)))
                            .build();
                }
            }
        }
        return QueryResponse.builder().items(items).count(items.size()).build();
    }
}
