package dev.bellwether.faults.market;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The form of alerts' rows and messages, and what marks a row as told.
public final class AlertRows {
    /// Kind of a message that tells of an alert.
    public static final String FIRED = "fired";

    /// Kind of a message that takes one back.
    public static final String RETRACTED = "retracted";

    private AlertRows() {}

    /// The id of an alert's item; empty for any other item.
    public static Optional<String> idOf(Map<String, AttributeValue> item) {
        return Optional.ofNullable(item.get("alert_id")).map(AttributeValue::s);
    }

    /// Whether the item says that its message of the kind was sent.
    public static boolean isMarked(Map<String, AttributeValue> item, String kind) {
        return item.containsKey(kind.equals(FIRED) ? "sent_at" : "retraction_sent_at");
    }

    /// Whether the item says that the rule would fire again.
    public static boolean isReinstated(Map<String, AttributeValue> item) {
        return item.containsKey("reinstated_at");
    }

    /// What is counted as one message.
    public static String notice(String kind, String alertId) {
        return kind + " " + alertId;
    }

    /// What a published message counts as.
    ///
    /// @param attributes its texts by name
    public static String noticeOf(Map<String, String> attributes) {
        return notice(
                attributes.getOrDefault("kind", "no kind"),
                attributes.getOrDefault("alert_id", "no id"));
    }
}
