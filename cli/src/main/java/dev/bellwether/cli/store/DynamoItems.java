package dev.bellwether.cli.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/// The items of a DynamoDB table.
record DynamoItems(DynamoDbClient client, String table) implements MarketItems {
    @Override
    public List<Map<String, String>> query(String partition, String sortKeyPrefix) {
        return client
                .queryPaginator(query ->
                        query.tableName(table)
                                .keyConditionExpression(
                                        "#symbol = :symbol AND begins_with(#sk, :sk)")
                                .expressionAttributeNames(Map.of("#symbol", "symbol", "#sk", "sk"))
                                .expressionAttributeValues(
                                        Map.of(
                                                ":symbol", AttributeValue.fromS(partition),
                                                ":sk", AttributeValue.fromS(sortKeyPrefix)))
                                .consistentRead(true))
                .items()
                .stream()
                .map(DynamoItems::texts)
                .toList();
    }

    private static Map<String, String> texts(Map<String, AttributeValue> item) {
        Map<String, String> texts = new HashMap<>();
        item.forEach((name, value) -> {
            if (value.s() != null) {
                texts.put(name, value.s());
            } else if (value.n() != null) {
                texts.put(name, value.n());
            }
        });
        return texts;
    }

    @Override
    public boolean insert(Map<String, String> item, Set<String> numbers) {
        return put(
                put(item, numbers)
                        .conditionExpression("attribute_not_exists(#sk)")
                        .expressionAttributeNames(Map.of("#sk", "sk"))
                        .build());
    }

    @Override
    public boolean replace(
            Map<String, String> before,
            Map<String, String> item,
            Set<String> numbers,
            String stamp) {
        String seen = before.get(stamp);
        PutItemRequest.Builder put =
                put(item, numbers).expressionAttributeNames(Map.of("#stamp", stamp));
        return put(
                seen == null
                        ? put.conditionExpression("attribute_not_exists(#stamp)").build()
                        : put.conditionExpression("#stamp = :stamp")
                                .expressionAttributeValues(
                                        Map.of(":stamp", AttributeValue.fromS(seen)))
                                .build());
    }

    private PutItemRequest.Builder put(Map<String, String> item, Set<String> numbers) {
        Map<String, AttributeValue> values = new HashMap<>();
        item.forEach((name, text) ->
                values.put(
                        name,
                        numbers.contains(name)
                                ? AttributeValue.fromN(text)
                                : AttributeValue.fromS(text)));
        return PutItemRequest.builder().tableName(table).item(values);
    }

    private boolean put(PutItemRequest request) {
        try {
            client.putItem(request);
            return true;
        } catch (ConditionalCheckFailedException _) {
            return false;
        }
    }
}
