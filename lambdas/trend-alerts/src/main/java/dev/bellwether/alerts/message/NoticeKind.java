package dev.bellwether.alerts.message;

/// What a message is about.
public enum NoticeKind {
    /// A rule fired.
    FIRED("fired"),
    /// A rule that fired, and was told about, no longer fires on the corrected bars.
    RETRACTED("retracted"),
    /// Several alerts that were held.
    DIGEST("digest"),
    /// Nothing: somebody looks whether messages arrive.
    TEST("test");

    private final String id;

    NoticeKind(String id) {
        this.id = id;
    }

    /// The kind as it is written in messages.
    public String id() {
        return id;
    }
}
