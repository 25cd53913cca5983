package dev.bellwether.cli.alerts;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An alert's row in the table, as it is: rows of older versions have fewer attributes.
///
/// @param attributes names and plain texts
record AlertRow(Map<String, String> attributes) {
    /// Beginning of the sort key.
    static final String PREFIX = "alert#";

    static final List<String> COLUMNS =
            List.of("id", "symbol", "rule", "timeframe", "bar", "direction", "status", "sent_at");

    AlertRow {
        attributes = Map.copyOf(attributes);
    }

    String id() {
        return text("alert_id");
    }

    String symbol() {
        return text("symbol");
    }

    /// The attribute, empty where there is none.
    String text(String name) {
        return attributes.getOrDefault(name, "");
    }

    /// Why it fired, as JSON.
    Optional<String> receipt() {
        return Optional.ofNullable(attributes.get("receipt"));
    }

    /// Beginning of its bar, or the bar's day.
    String bar() {
        return attributes.getOrDefault("bar_start", text("bar_day"));
    }

    /// When it is of, for comparing: midnight UTC where only the day is known.
    Instant at() {
        String bar = bar();
        try {
            return Instant.parse(bar.length() == 10 ? bar + "T00:00:00Z" : bar);
        } catch (DateTimeParseException _) {
            return Instant.EPOCH;
        }
    }

    List<@Nullable String> cells() {
        return List.of(
                id(),
                symbol(),
                attributes.getOrDefault("rule_id", text("rule")),
                text("timeframe"),
                bar(),
                text("direction"),
                text("status"),
                text("sent_at"));
    }
}
