package dev.bellwether.alerts.delivery;

import dev.bellwether.alerts.channel.Channel;
import dev.bellwether.alerts.message.NoticeKind;
import java.util.Map;

/// Names of the attributes by which a row says how far one message came on one channel, such as
/// `sent_at` and `webhook_retraction_sent_at`.
record Marks(Channel channel, NoticeKind kind) {
    String sent() {
        return name("sent_at");
    }

    String claimed() {
        return name("claimed_at");
    }

    String failed() {
        return name("failed");
    }

    /// Whether nothing has happened on the channel yet.
    boolean isOpen(Map<String, String> row) {
        return !row.containsKey(sent())
                && !row.containsKey(claimed())
                && !row.containsKey(failed());
    }

    /// Whether the message was begun, and nobody knows how it ended.
    boolean mayBeLost(Map<String, String> row) {
        return row.containsKey(claimed()) && !row.containsKey(sent()) && !row.containsKey(failed());
    }

    private String name(String mark) {
        return channel.markPrefix() + prefix(kind) + mark;
    }

    static String heldAt(NoticeKind kind) {
        return prefix(kind) + "held_at";
    }

    static String heldReason(NoticeKind kind) {
        return prefix(kind) + "held_reason";
    }

    static String digestId(NoticeKind kind) {
        return prefix(kind) + "digest_id";
    }

    private static String prefix(NoticeKind kind) {
        return kind == NoticeKind.RETRACTED ? "retraction_" : "";
    }
}
