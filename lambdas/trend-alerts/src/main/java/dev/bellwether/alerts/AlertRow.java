package dev.bellwether.alerts;

import dev.bellwether.market.Symbol;
import dev.bellwether.market.rule.RuleDefinition;
import java.time.Instant;
import java.util.Optional;

/// What is looked at of an alert's row when its bar is judged again.
///
/// @param reinstatedAt when it was noted that the rule would fire again
record AlertRow(
        Symbol symbol,
        String sortKey,
        String alertId,
        String ruleId,
        int ruleVersion,
        Instant barStart,
        AlertStatus status,
        Optional<Instant> reinstatedAt) {
    /// Throws [MalformedItemException] when the item is no alert.
    static AlertRow of(Item item) {
        return new AlertRow(
                item.symbol(),
                item.text("sk"),
                item.text("alert_id"),
                item.text("rule_id"),
                item.read("rule_version", Integer::valueOf),
                item.instant("bar_start"),
                item.read("status", AlertStatus::of),
                item.find("reinstated_at").map(_ -> item.instant("reinstated_at")));
    }

    boolean isOf(RuleDefinition rule) {
        return ruleId.equals(rule.id()) && ruleVersion == rule.version();
    }
}
