package dev.bellwether.faults.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.aws.AwsContract;
import dev.bellwether.aws.AwsUnderTest;
import dev.bellwether.aws.Declared;
import dev.bellwether.faults.aws.SimulatedTable.StreamOrder;
import dev.bellwether.faults.plan.FaultPlan;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/// The table that the harness simulates answers as the one it stands for.
@AwsContract
final class SimulatedTableContract {
    private static final String SYMBOL = "HARNESS";

    private final DynamoDbClient real;
    private final DynamoDbClient simulated;
    private final String table;

    SimulatedTableContract(AwsUnderTest aws) {
        real = aws.dynamoDb();
        table = aws.ref(Declared.TABLE);
        simulated =
                new TableClient(
                        new SimulatedTable(
                                table,
                                StreamOrder.OF_A_PARTITION,
                                () -> Instant.EPOCH,
                                FaultPlan.calm(),
                                1,
                                _ -> {}),
                        FaultPlan.calm());
    }

    private void assertSame(String what, Function<DynamoDbClient, Object> call) {
        assertThat(call.apply(simulated)).as(what).isEqualTo(call.apply(real));
    }

    @Test
    void conditionsHoldForTheSameItems() {
        put(
                "c#1",
                Map.of(
                        "status", text("fired"),
                        "version", number("3"),
                        "day", text("2025"),
                        "ids", AttributeValue.fromSs(List.of("first", "fi"))));
        List<String> conditions =
                List.of(
                        "attribute_exists(#sk)",
                        "attribute_not_exists(#sk)",
                        "attribute_not_exists(nothing)",
                        "#status = :fired",
                        "NOT #status = :fired",
                        "#status <> :fired",
                        "nothing <> :fired",
                        "nothing = :fired",
                        "nothing < :three",
                        "version = :three",
                        "version = :fired",
                        "version <> :fired",
                        "version < :three",
                        "version <= :three AND #status = :fired",
                        "version > :three OR #status = :fired",
                        "version BETWEEN :three AND :three AND attribute_exists(#sk)",
                        "attribute_exists(nothing) OR version = :three AND NOT (#status = :fired)",
                        "begins_with(#status, :fi)",
                        "begins_with(nothing, :fi)",
                        "begins_with(version, :fi)",
                        "contains(ids, :fi)",
                        "contains(ids, :fired)",
                        "contains(#status, :fi)",
                        "contains(nothing, :fi)",
                        "attribute_not_exists(ids) OR contains(ids, :fired) OR size(ids) < :three",
                        "size(ids) >= :three",
                        "size(#status) > :three",
                        "size(nothing) < :three",
                        "NOT size(nothing) < :three");
        for (String condition : conditions) {
            assertSame(
                    condition,
                    client ->
                            outcome(() ->
                                    client.updateItem(update ->
                                            update.tableName(table)
                                                    .key(key("c#1"))
                                                    .updateExpression("SET seen = :seen")
                                                    .conditionExpression(condition)
                                                    .expressionAttributeNames(
                                                            used(
                                                                    condition,
                                                                    Map.of(
                                                                            "#sk", "sk", "#status",
                                                                            "status")))
                                                    .expressionAttributeValues(
                                                            values(condition)))));
        }
    }

    private static @Nullable Map<String, String> names(String condition) {
        Map<String, String> names = used(condition, Map.of("#sk", "sk", "#status", "status"));
        return names.isEmpty() ? null : names; // an empty one is refused
    }

    private static Map<String, AttributeValue> values(String condition) {
        Map<String, AttributeValue> values =
                used(
                        condition,
                        Map.of(
                                ":fired", text("fired"),
                                ":fi", text("fi"),
                                ":three", number("3.0")));
        values.put(":seen", number("1"));
        return values;
    }

    private static <T> Map<String, T> used(String expression, Map<String, T> all) {
        Map<String, T> used = new HashMap<>();
        all.forEach((placeholder, meaning) -> {
            if (expression.matches(".*" + placeholder + "\\b.*")) {
                used.put(placeholder, meaning);
            }
        });
        return used;
    }

    @Test
    void updatesLeaveTheSameItem() {
        put("u#1", Map.of("version", number("1.50"), "former", text("x")));
        assertSame(
                "an item that is there",
                client ->
                        client.updateItem(update ->
                                        update.tableName(table)
                                                .key(key("u#1"))
                                                .updateExpression(
                                                        "SET version = version + :one, opening = if_not_exists(opening, :opening), was = version REMOVE former, nothing")
                                                .expressionAttributeValues(
                                                        Map.of(
                                                                ":one", number("1"),
                                                                ":opening", text("f")))
                                                .returnValues(ReturnValue.ALL_NEW))
                                .attributes());
        assertSame(
                "one that is not",
                client ->
                        client.updateItem(update ->
                                        update.tableName(table)
                                                .key(key("u#2"))
                                                .updateExpression(
                                                        "SET version = if_not_exists(version, :one) - :one")
                                                .expressionAttributeValues(
                                                        Map.of(":one", number("1")))
                                                .returnValues(ReturnValue.ALL_NEW))
                                .attributes());
    }

    @Test
    void additionsLeaveTheSameItem() {
        put("a#1", Map.of("ids", AttributeValue.fromSs(List.of("b")), "count", number("2")));
        for (String sortKey : List.of("a#1", "a#2")) {
            assertSame(
                    sortKey,
                    client ->
                            inOrder(
                                    client.updateItem(update ->
                                                    update.tableName(table)
                                                            .key(key(sortKey))
                                                            .updateExpression(
                                                                    "ADD ids :ids, #count :one SET seen = :one")
                                                            .expressionAttributeNames(
                                                                    Map.of("#count", "count"))
                                                            .expressionAttributeValues(
                                                                    Map.of(
                                                                            ":ids",
                                                                            AttributeValue.fromSs(
                                                                                    List.of(
                                                                                            "c",
                                                                                            "a")),
                                                                            ":one",
                                                                            number("1")))
                                                            .returnValues(ReturnValue.ALL_NEW))
                                            .attributes()));
        }
        assertSame(
                "a text is no set",
                client ->
                        outcome(() ->
                                client.updateItem(update ->
                                        update.tableName(table)
                                                .key(key("a#1"))
                                                .updateExpression("ADD seen :ids")
                                                .expressionAttributeValues(
                                                        Map.of(
                                                                ":ids",
                                                                AttributeValue.fromSs(
                                                                        List.of("c")))))));
    }

    /// A set has no order.
    private static Map<String, AttributeValue> inOrder(Map<String, AttributeValue> item) {
        Map<String, AttributeValue> ordered = new HashMap<>(item);
        ordered.computeIfPresent(
                "ids", (_, ids) -> AttributeValue.fromSs(ids.ss().stream().sorted().toList()));
        return ordered;
    }

    @Test
    void aRefusedPutShowsWhatIsThere() {
        put("p#1", Map.of("version", number("3")));
        for (String sortKey : List.of("p#1", "p#2")) {
            assertSame(sortKey, client -> refusedPut(client, sortKey));
        }
    }

    private Object refusedPut(DynamoDbClient client, String sortKey) {
        try {
            return client.putItem(put ->
                            put.tableName(table)
                                    .item(key(sortKey))
                                    .conditionExpression("version = :two")
                                    .expressionAttributeValues(Map.of(":two", number("2")))
                                    .returnValuesOnConditionCheckFailure(
                                            ReturnValuesOnConditionCheckFailure.ALL_OLD))
                    .attributes();
        } catch (ConditionalCheckFailedException e) {
            return List.of(e.hasItem(), e.item());
        }
    }

    @Test
    void aPageBeginsBehindAKeyThatIsNotThere() {
        for (int i = 0; i < 4; i++) {
            put("s#" + i, Map.of());
        }
        for (String last : List.of("s#2", "s#2x", "s#~")) {
            assertSame(
                    last,
                    client ->
                            page(client, "sk BETWEEN :a AND :b", "s#", last, false, key(last))
                                    .items());
        }
    }

    @Test
    void queriesGiveTheSamePages() {
        for (int i = 0; i < 7; i++) {
            put("q#" + i, Map.of("number", number(String.valueOf(i))));
        }
        put("r#0", Map.of());
        assertSame("a range", client -> pages(client, "sk BETWEEN :a AND :b", "q#2", "q#5", true));
        assertSame(
                "backwards", client -> pages(client, "sk BETWEEN :a AND :b", "q#", "q#9", false));
        assertSame("from", client -> pages(client, "sk >= :a AND sk <= :b", "q#4", "q#6", true));
    }

    private Object pages(
            DynamoDbClient client, String range, String from, String to, boolean forward) {
        if (range.contains(">=")) {
            // Two conditions on the sort key are none: both have to refuse them.
            return outcome(() ->
                    client.query(query ->
                            query.tableName(table)
                                    .keyConditionExpression("#symbol = :symbol AND " + range)
                                    .expressionAttributeNames(Map.of("#symbol", "symbol"))
                                    .expressionAttributeValues(
                                            Map.of(
                                                    ":symbol",
                                                    text(SYMBOL),
                                                    ":a",
                                                    text(from),
                                                    ":b",
                                                    text(to)))
                                    .consistentRead(true)));
        }
        QueryResponse first = page(client, range, from, to, forward, Map.of());
        QueryResponse second = page(client, range, from, to, forward, first.lastEvaluatedKey());
        return List.of(
                first.items(), first.lastEvaluatedKey(), second.items(), second.lastEvaluatedKey());
    }

    private QueryResponse page(
            DynamoDbClient client,
            String range,
            String from,
            String to,
            boolean forward,
            Map<String, AttributeValue> start) {
        return client.query(query ->
                query.tableName(table)
                        .keyConditionExpression("#symbol = :symbol AND " + range)
                        .expressionAttributeNames(Map.of("#symbol", "symbol"))
                        .expressionAttributeValues(
                                Map.of(":symbol", text(SYMBOL), ":a", text(from), ":b", text(to)))
                        .scanIndexForward(forward)
                        .exclusiveStartKey(start.isEmpty() ? null : start)
                        .limit(3)
                        .consistentRead(true));
    }

    private void put(String sortKey, Map<String, AttributeValue> attributes) {
        Map<String, AttributeValue> item = new HashMap<>(attributes);
        item.putAll(key(sortKey));
        for (DynamoDbClient client : List.of(real, simulated)) {
            client.putItem(request -> request.tableName(table).item(item));
        }
    }

    private static Map<String, AttributeValue> key(String sortKey) {
        return Map.of("symbol", text(SYMBOL), "sk", text(sortKey));
    }

    /// Whether it was done, refused by its condition, or refused each time it would be made.
    private static String outcome(Runnable call) {
        try {
            call.run();
            return "done";
        } catch (ConditionalCheckFailedException e) {
            return "condition failed";
        } catch (RuntimeException e) {
            return "refused";
        }
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    private static AttributeValue number(String value) {
        return AttributeValue.fromN(value);
    }
}
