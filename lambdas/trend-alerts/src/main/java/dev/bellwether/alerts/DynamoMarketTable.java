package dev.bellwether.alerts;

import dev.bellwether.market.OhlcvBar;
import dev.bellwether.market.Symbol;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/// The bars and alerts of a DynamoDB table, read as they are at the moment of the call.
record DynamoMarketTable(DynamoDbClient client, String tableName) implements BarHistory, AlertRows {
    @Override
    public List<OhlcvBar> newestThrough(Symbol symbol, LocalDate through, int limit) {
        QueryResponse response;
        try {
            response =
                    client.query(query ->
                            query.tableName(tableName)
                                    .keyConditionExpression(
                                            "#symbol = :symbol AND #sk BETWEEN :first AND :last")
                                    .expressionAttributeNames(
                                            Map.of("#symbol", "symbol", "#sk", "sk"))
                                    .expressionAttributeValues(
                                            Map.of(
                                                    ":symbol", AttributeValue.fromS(symbol.value()),
                                                    ":first",
                                                            AttributeValue.fromS(
                                                                    StoredBar.SORT_KEY_PREFIX),
                                                    ":last",
                                                            AttributeValue.fromS(
                                                                    StoredBar.sortKey(through))))
                                    .scanIndexForward(false)
                                    .consistentRead(true)
                                    .limit(limit));
        } catch (SdkException e) {
            throw failed("Reading the bars of %s through %s".formatted(symbol, through), e);
        }
        return response.items().stream().map(item -> StoredBar.of(item(item)).bar()).toList();
    }

    @Override
    public void insert(Alert alert) {
        try {
            client.putItem(put ->
                    put.tableName(tableName)
                            .item(AlertItem.of(alert))
                            .conditionExpression("attribute_not_exists(#sk)")
                            .expressionAttributeNames(Map.of("#sk", "sk")));
        } catch (ConditionalCheckFailedException e) {
            // An earlier try has written it; its own stream record sends it.
            return;
        } catch (SdkException e) {
            throw failed("Writing alert %s of %s".formatted(alert.id(), alert.symbol()), e);
        }
    }

    private static Item item(Map<String, AttributeValue> stored) {
        Map<String, String> attributes = new HashMap<>();
        stored.forEach((name, value) -> {
            if (value.s() != null) {
                attributes.put(name, value.s());
            } else if (value.n() != null) {
                attributes.put(name, value.n());
            }
        });
        return new Item(attributes);
    }

    private AwsCallFailedException failed(String what, SdkException cause) {
        return new AwsCallFailedException(
                "%s in table %s failed: %s".formatted(what, tableName, cause.getMessage()), cause);
    }
}
