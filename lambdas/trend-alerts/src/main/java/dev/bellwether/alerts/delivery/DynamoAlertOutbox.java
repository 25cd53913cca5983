package dev.bellwether.alerts.delivery;

import static dev.bellwether.alerts.delivery.Items.item;
import static dev.bellwether.alerts.delivery.Items.number;
import static dev.bellwether.alerts.delivery.Items.scalars;
import static dev.bellwether.alerts.delivery.Items.text;

import dev.bellwether.alerts.channel.DeliveryFailedException;
import dev.bellwether.market.TradingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/// The outbox in the DynamoDB table of the market, read as it is at the moment of the call.
public record DynamoAlertOutbox(DynamoDbClient client, String tableName) implements AlertOutbox {
    private static final String BUDGET = "#alert-budget";
    private static final Duration BUDGET_KEPT = Duration.ofDays(7);

    @Override
    public Optional<Map<String, String>> find(RowKey key) {
        return call(
                "Reading " + key,
                () -> {
                    var response =
                            client.getItem(get ->
                                    get.tableName(tableName).key(item(key)).consistentRead(true));
                    return response.hasItem()
                            ? Optional.of(scalars(response.item()))
                            : Optional.empty();
                });
    }

    @Override
    public boolean claim(RowKey key, String mark, Instant at) {
        return update(
                key,
                "SET #mark = :at",
                "attribute_exists(#sk) AND attribute_not_exists(#mark)",
                Map.of("#sk", "sk", "#mark", mark),
                Map.of(":at", text(at.toString())));
    }

    @Override
    public void mark(RowKey key, Map<String, String> marks) {
        Map<String, String> names = new HashMap<>(Map.of("#sk", "sk"));
        Map<String, AttributeValue> values = new HashMap<>();
        List<String> settings = new ArrayList<>();
        for (Map.Entry<String, String> mark : new TreeMap<>(marks).entrySet()) {
            int number = settings.size();
            names.put("#m" + number, mark.getKey());
            values.put(":m" + number, text(mark.getValue()));
            settings.add("#m%d = if_not_exists(#m%d, :m%d)".formatted(number, number, number));
        }
        update(key, "SET " + String.join(", ", settings), "attribute_exists(#sk)", names, values);
    }

    @Override
    public boolean takeBudget(LocalDate day, String alertId, int most) {
        Instant forgotten = day.atStartOfDay(TradingCalendar.ZONE).toInstant().plus(BUDGET_KEPT);
        return update(
                new RowKey(BUDGET, "day#" + day),
                "ADD #ids :ids SET #expires = :expires",
                "attribute_not_exists(#ids) OR contains(#ids, :id) OR size(#ids) < :most",
                Map.of("#ids", "alert_ids", "#expires", "expires_at"),
                Map.of(
                        ":ids", AttributeValue.fromSs(List.of(alertId)),
                        ":id", text(alertId),
                        ":most", number(most),
                        ":expires", number(forgotten.getEpochSecond())));
    }

    /// Answers whether the condition held.
    private boolean update(
            RowKey key,
            String update,
            String condition,
            Map<String, String> names,
            Map<String, AttributeValue> values) {
        return call(
                "Updating " + key,
                () ->
                        isAccepted(() ->
                                client.updateItem(request ->
                                        request.tableName(tableName)
                                                .key(item(key))
                                                .updateExpression(update)
                                                .conditionExpression(condition)
                                                .expressionAttributeNames(names)
                                                .expressionAttributeValues(values))));
    }

    @Override
    public void hold(Held held, HoldReason reason) {
        Map<String, AttributeValue> item = new HashMap<>(item(key(held)));
        item.put("row_symbol", text(held.row().symbol()));
        item.put("row_sk", text(held.row().sortKey()));
        item.put("kind", text(held.kind().id()));
        item.put("reason", text(reason.id()));
        call(
                "Holding " + held.row(),
                () -> client.putItem(put -> put.tableName(tableName).item(item)));
    }

    @Override
    public List<Held> held(int most) {
        return call(
                "Reading the held alerts",
                () ->
                        client
                                .query(query ->
                                        query.tableName(tableName)
                                                .keyConditionExpression(
                                                        "#symbol = :held AND begins_with(#sk, :prefix)")
                                                .expressionAttributeNames(
                                                        Map.of("#symbol", "symbol", "#sk", "sk"))
                                                .expressionAttributeValues(
                                                        Map.of(
                                                                ":held", text(Held.PARTITION),
                                                                ":prefix", text(Held.PREFIX)))
                                                .consistentRead(true)
                                                .limit(most))
                                .items()
                                .stream()
                                .map(item -> held(scalars(item)))
                                .toList());
    }

    private static Held held(Map<String, String> item) {
        return new Held(
                item.getOrDefault("sk", ""),
                new RowKey(item.getOrDefault("row_symbol", ""), item.getOrDefault("row_sk", "")),
                Held.kindOf(item.getOrDefault("kind", "")));
    }

    @Override
    public void release(Held held) {
        delete(key(held));
    }

    @Override
    public void open(DigestPlan plan) {
        Map<String, AttributeValue> item = new HashMap<>(item(DigestPlan.KEY));
        plan.attributes().forEach((name, value) -> item.put(name, text(value)));
        call(
                "Storing digest " + plan.id(),
                () ->
                        isAccepted(() ->
                                client.putItem(put ->
                                        put.tableName(tableName)
                                                .item(item)
                                                .conditionExpression("attribute_not_exists(#sk)")
                                                .expressionAttributeNames(Map.of("#sk", "sk")))));
    }

    @Override
    public void close(DigestPlan plan) {
        delete(DigestPlan.KEY);
    }

    private void delete(RowKey key) {
        call(
                "Removing " + key,
                () -> client.deleteItem(delete -> delete.tableName(tableName).key(item(key))));
    }

    private static RowKey key(Held held) {
        return new RowKey(Held.PARTITION, held.sortKey());
    }

    /// Whether the write's condition held.
    private static boolean isAccepted(Runnable write) {
        try {
            write.run();
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    private <T> T call(String what, Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            throw new DeliveryFailedException(
                    "%s in table %s failed: %s".formatted(what, tableName, e.getMessage()), e);
        }
    }
}
