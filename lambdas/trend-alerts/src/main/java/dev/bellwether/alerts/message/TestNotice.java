package dev.bellwether.alerts.message;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/// A message that says it is a test.
///
/// @param at market time of the test
/// @param protocols of the topic's subscriptions that get it: `email`, `sms`; none when only
///   webhooks are tried
public record TestNotice(String id, Instant at, Set<String> protocols) implements Outgoing {
    /// Copies the set.
    public TestNotice {
        protocols = Set.copyOf(new TreeSet<>(protocols));
    }

    @Override
    public NoticeKind kind() {
        return NoticeKind.TEST;
    }
}
