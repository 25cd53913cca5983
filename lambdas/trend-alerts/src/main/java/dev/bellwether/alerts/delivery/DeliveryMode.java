package dev.bellwether.alerts.delivery;

import java.util.Arrays;

/// What a crash between a message and its mark may cost.
public enum DeliveryMode {
    /// One more message with the same id.
    AT_LEAST_ONCE("at-least-once"),
    /// The message: a row that was claimed and never marked may never have been told.
    AT_MOST_ONCE("at-most-once");

    private final String id;

    DeliveryMode(String id) {
        this.id = id;
    }

    /// The mode of that name. Throws IllegalArgumentException when there is none.
    public static DeliveryMode of(String id) {
        return Arrays.stream(values())
                .filter(mode -> mode.id.equals(id))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "'%s' is neither at-least-once nor at-most-once".formatted(id)));
    }
}
