package dev.bellwether.market.rule;

import java.util.stream.Stream;

/// How much an alert matters to whoever wrote its rule.
public enum Severity {
    /// Good to know.
    INFO("info"),
    /// To be looked at.
    WARNING("warning"),
    /// To be woken for: quiet hours do not hold it.
    CRITICAL("critical");

    private final String id;

    Severity(String id) {
        this.id = id;
    }

    /// The severity's name in rows, attributes and filters.
    public String id() {
        return id;
    }

    /// The severity of that name; IllegalArgumentException when there is none.
    public static Severity of(String id) {
        return Stream.of(values())
                .filter(severity -> severity.id.equals(id))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "There is no severity %s, only info, warning and critical"
                                        .formatted(id)));
    }
}
