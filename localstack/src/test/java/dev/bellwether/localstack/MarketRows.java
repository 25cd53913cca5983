package dev.bellwether.localstack;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The items of the market table as text, sorted by key. Of the instant at which an alert was sent
/// only that there is one. Of a bar out of quotes not which version it is nor what closed it: polls
/// that are far faster than the market overtake each other, and a quote that is late by more than
/// the horizon restates a bar to the same figures.
final class MarketRows {
    private MarketRows() {}

    static List<Map<String, String>> of(DynamoDbClient dynamo, String table) {
        return dynamo
                .scanPaginator(scan -> scan.tableName(table).consistentRead(true))
                .items()
                .stream()
                .map(MarketRows::row)
                .sorted(Comparator.comparing(row -> row.get("symbol") + " " + row.get("sk")))
                .toList();
    }

    private static Map<String, String> row(Map<String, AttributeValue> item) {
        Map<String, String> row = new TreeMap<>();
        item.forEach((name, value) -> row.put(name, text(value)));
        row.computeIfPresent("sent_at", (_, _) -> "sent");
        if (row.getOrDefault("sk", "").startsWith("S sampled#")) {
            row.keySet().removeAll(Set.of("version", "closed_at"));
        }
        return row;
    }

    private static String text(AttributeValue value) {
        if (value.hasSs()) {
            return "SS " + value.ss().stream().sorted().toList();
        }
        return value.n() == null ? "S " + value.s() : "N " + value.n();
    }
}
