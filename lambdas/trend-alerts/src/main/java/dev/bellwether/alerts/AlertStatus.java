package dev.bellwether.alerts;

import java.util.stream.Stream;

/// What became of an alert.
enum AlertStatus {
    /// It is to be told, or was.
    FIRED("fired"),
    /// It is kept, and told to nobody: its rule is muted, or its bar was corrected too late for
    /// news.
    RECORDED("recorded"),
    /// A correction voided it. That is final.
    RETRACTED("retracted");

    private final String id;

    AlertStatus(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    static AlertStatus of(String id) {
        return Stream.of(values())
                .filter(status -> status.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(id));
    }
}
