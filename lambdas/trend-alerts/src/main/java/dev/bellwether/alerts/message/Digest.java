package dev.bellwether.alerts.message;

import java.util.List;

/// The alerts that were held, in one message.
///
/// @param notices at least one, oldest first
public record Digest(String id, List<AlertNotice> notices) implements Outgoing {
    /// Copies the list.
    public Digest {
        notices = List.copyOf(notices);
    }

    @Override
    public NoticeKind kind() {
        return NoticeKind.DIGEST;
    }
}
