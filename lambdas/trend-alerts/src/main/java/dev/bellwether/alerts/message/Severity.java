package dev.bellwether.alerts.message;

import java.util.Arrays;

/// How much an alert matters to whoever made its rule.
public enum Severity {
    /// Good to know.
    INFO("info"),
    /// Worth a look.
    WARNING("warning"),
    /// Never held back.
    CRITICAL("critical");

    private final String id;

    Severity(String id) {
        this.id = id;
    }

    /// The severity as it is written in rows and messages.
    public String id() {
        return id;
    }

    /// Throws IllegalArgumentException when there is none of that name.
    public static Severity of(String id) {
        return Arrays.stream(values())
                .filter(severity -> severity.id.equals(id))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("'%s' is no severity".formatted(id)));
    }
}
