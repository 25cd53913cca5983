package dev.bellwether.alerts.message;

/// Something that is sent.
public sealed interface Outgoing permits AlertNotice, Digest, TestNotice {
    /// The same each time it is sent.
    String id();

    /// What it is about.
    NoticeKind kind();

    /// What a receiver recognises a repetition by.
    default String idempotencyKey() {
        return id() + "-" + kind().id();
    }
}
