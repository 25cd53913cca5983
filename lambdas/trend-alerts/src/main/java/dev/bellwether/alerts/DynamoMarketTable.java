package dev.bellwether.alerts;

import dev.bellwether.market.SeriesFacts;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.rule.Rule;
import dev.bellwether.market.rule.RuleRow;
import dev.bellwether.market.rule.StandardRules;
import dev.bellwether.market.wire.FactRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/// The bars, facts and alerts of a DynamoDB table, read as they are at the moment of the call.
record DynamoMarketTable(DynamoDbClient client, String tableName)
        implements BarHistory, AlertLedger, RuleBook, FactSource {
    private static final int PAGE = 1000;
    private static final int ALL = Integer.MAX_VALUE;

    @Override
    public List<StoredBar> newestThrough(Symbol symbol, String prefix, String last, int limit) {
        return query(symbol.value(), prefix, last, Order.NEWEST_FIRST, limit).stream()
                .map(StoredBar::of)
                .toList();
    }

    @Override
    public SeriesFacts facts(Symbol symbol) {
        return FactRow.read(
                query(symbol.value(), FactRow.PREFIX, FactRow.PREFIX + "~", Order.OLDEST_FIRST, ALL)
                        .stream()
                        .map(Item::attributes)
                        .toList());
    }

    @Override
    public List<AlertRow> from(Symbol symbol, Instant barStart) {
        List<AlertRow> rows = new ArrayList<>();
        query(
                        symbol.value(),
                        AlertItem.from(barStart),
                        AlertItem.PREFIX + "~",
                        Order.OLDEST_FIRST,
                        ALL)
                .forEach(item -> {
                    try {
                        rows.add(AlertRow.of(item));
                    } catch (MalformedItemException e) {
                        // Its own record of the stream has put it into quarantine.
                        return;
                    }
                });
        return rows;
    }

    @Override
    public Page read() {
        List<Rule> rules = new ArrayList<>();
        List<Unreadable> unreadable = new ArrayList<>();
        query(RuleRow.PARTITION, RuleRow.PREFIX, RuleRow.PREFIX + "~", Order.OLDEST_FIRST, ALL)
                .forEach(item -> {
                    try {
                        rules.add(RuleRow.read(item.attributes()));
                    } catch (IllegalArgumentException e) {
                        unreadable.add(new Unreadable(item, String.valueOf(e.getMessage())));
                    }
                });
        return new Page(StandardRules.overlaidWith(rules), List.copyOf(unreadable));
    }

    private enum Order {
        OLDEST_FIRST,
        NEWEST_FIRST
    }

    /// The items of a partition with sort keys from the first to the last, read consistently.
    private List<Item> query(String partition, String first, String last, Order order, int limit) {
        try {
            return client
                    .queryPaginator(query ->
                            query.tableName(tableName)
                                    .keyConditionExpression(
                                            "#symbol = :symbol AND #sk BETWEEN :first AND :last")
                                    .expressionAttributeNames(
                                            Map.of("#symbol", "symbol", "#sk", "sk"))
                                    .expressionAttributeValues(
                                            Map.of(
                                                    ":symbol", AttributeValue.fromS(partition),
                                                    ":first", AttributeValue.fromS(first),
                                                    ":last", AttributeValue.fromS(last)))
                                    .scanIndexForward(order == Order.OLDEST_FIRST)
                                    .consistentRead(true)
                                    .limit(Math.min(limit, PAGE)))
                    .items()
                    .stream()
                    .limit(limit)
                    .map(DynamoMarketTable::item)
                    .toList();
        } catch (SdkException e) {
            throw failed("Reading %s to %s of %s".formatted(first, last, partition), e);
        }
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
            throw failed("Writing alert %s of %s".formatted(alert.id(), alert.fire().symbol()), e);
        }
    }

    @Override
    public void retract(AlertRow row, Instant at) {
        change(
                row.symbol(),
                row.sortKey(),
                "SET #status = :retracted, #at = :at",
                "attribute_exists(#sk) AND #status <> :retracted",
                Map.of("#sk", "sk", "#status", "status", "#at", "retracted_at"),
                Map.of(
                        ":retracted", AttributeValue.fromS(AlertStatus.RETRACTED.id()),
                        ":at", AttributeValue.fromS(at.toString())));
    }

    @Override
    public void reinstate(AlertRow row, Instant at) {
        change(
                row.symbol(),
                row.sortKey(),
                "SET #at = :at",
                "attribute_exists(#sk) AND attribute_not_exists(#at)",
                Map.of("#sk", "sk", "#at", "reinstated_at"),
                Map.of(":at", AttributeValue.fromS(at.toString())));
    }

    /// Changes a row if the condition holds; if it does not, an earlier try was through, or the row
    /// is gone, and there is nothing left to do.
    private void change(
            Symbol symbol,
            String sortKey,
            String expression,
            String condition,
            Map<String, String> names,
            Map<String, AttributeValue> values) {
        try {
            client.updateItem(update ->
                    update.tableName(tableName)
                            .key(key(symbol, sortKey))
                            .updateExpression(expression)
                            .conditionExpression(condition)
                            .expressionAttributeNames(names)
                            .expressionAttributeValues(values));
        } catch (ConditionalCheckFailedException e) {
            return;
        } catch (SdkException e) {
            throw failed("Changing %s of %s".formatted(sortKey, symbol), e);
        }
    }

    private static Map<String, AttributeValue> key(Symbol symbol, String sortKey) {
        return Map.of(
                "symbol",
                AttributeValue.fromS(symbol.value()),
                "sk",
                AttributeValue.fromS(sortKey));
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
