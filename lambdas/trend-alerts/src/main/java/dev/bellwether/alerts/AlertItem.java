package dev.bellwether.alerts;

import dev.bellwether.market.ClosedBar;
import dev.bellwether.market.rule.AlertReceipt;
import dev.bellwether.market.rule.Fire;
import dev.bellwether.market.rule.RuleDefinition;
import dev.bellwether.market.rule.wire.AlertReceiptJson;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// An alert as an item of the table.
final class AlertItem {
    /// What the sort keys of alerts begin with.
    static final String PREFIX = "alert#";

    private AlertItem() {}

    static Map<String, AttributeValue> of(Alert alert) {
        Fire fire = alert.fire();
        RuleDefinition rule = fire.rule();
        ClosedBar bar = fire.bar();
        return Map.ofEntries(
                Map.entry("symbol", text(fire.symbol().value())),
                Map.entry("sk", text(sortKey(alert))),
                Map.entry("alert_id", text(alert.id())),
                Map.entry("status", text(alert.status().id())),
                Map.entry("rule_id", text(rule.id())),
                Map.entry("rule_version", number(BigDecimal.valueOf(rule.version()))),
                Map.entry("rule", text(rule.kind().text())),
                Map.entry("timeframe", text(rule.timeframe().id())),
                Map.entry("feed", text(rule.feed())),
                Map.entry("basis", text(rule.basis().id())),
                Map.entry("bar_start", text(bar.start().toString())),
                Map.entry("bar_day", text(bar.tradingDay().toString())),
                Map.entry("direction", text(fire.direction().id())),
                Map.entry("severity", text(alert.severity().id())),
                Map.entry("close", number(bar.close())),
                Map.entry("reading", number(fire.figures().reading())),
                Map.entry("reference", number(fire.figures().reference())),
                Map.entry("previous_close", number(fire.previous().close())),
                Map.entry("day_low", number(bar.low())),
                Map.entry("day_high", number(bar.high())),
                Map.entry("message", text(AlertText.of(fire))),
                Map.entry("created_at", text(alert.createdAt().toString())),
                Map.entry("receipt", text(AlertReceiptJson.write(AlertReceipt.of(fire)))));
    }

    /// One place for one alert, so that a second row of it is refused.
    static String sortKey(Alert alert) {
        return from(alert.fire().bar().start()) + "#" + alert.id();
    }

    /// What the sort keys of alerts of bars from that instant on are not below.
    static String from(Instant barStart) {
        return PREFIX + barStart;
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    private static AttributeValue number(BigDecimal value) {
        return AttributeValue.fromN(value.stripTrailingZeros().toPlainString());
    }
}
