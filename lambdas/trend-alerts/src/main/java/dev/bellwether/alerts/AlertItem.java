package dev.bellwether.alerts;

import dev.bellwether.market.Direction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// An alert as an item of the table.
final class AlertItem {
    private AlertItem() {}

    static Map<String, AttributeValue> of(Alert alert) {
        return Map.ofEntries(
                Map.entry("symbol", text(alert.symbol().value())),
                Map.entry("sk", text(sortKey(alert))),
                Map.entry("alert_id", text(alert.id())),
                Map.entry("bar_day", text(alert.barDay().toString())),
                Map.entry("rule", text(alert.rule())),
                Map.entry("direction", text(alert.direction().id())),
                Map.entry("close", number(alert.close())),
                Map.entry("sma_fast", number(alert.smaFast())),
                Map.entry("sma_slow", number(alert.smaSlow())),
                Map.entry("message", text(alert.message())),
                Map.entry("created_at", text(alert.createdAt().toString())));
    }

    /// Throws [MalformedItemException] when the item is no alert.
    static Alert read(Item item) {
        LocalDate barDay = item.day("bar_day");
        return new Alert(
                item.symbol(),
                barDay,
                item.text("rule"),
                item.read("direction", AlertItem::direction),
                item.number("close"),
                item.number("sma_fast"),
                item.number("sma_slow"),
                item.text("message"),
                item.instant("created_at"));
    }

    /// One place for one crossing, so that a second row of it is refused.
    static String sortKey(Alert alert) {
        return String.join(
                "#", "alert", alert.barDay().toString(), alert.rule(), alert.direction().id());
    }

    private static Direction direction(String id) {
        return Stream.of(Direction.values())
                .filter(direction -> direction.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(id));
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    private static AttributeValue number(BigDecimal value) {
        return AttributeValue.fromN(value.toPlainString());
    }
}
