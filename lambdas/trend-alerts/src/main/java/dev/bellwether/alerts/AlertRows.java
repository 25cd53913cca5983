package dev.bellwether.alerts;

import dev.bellwether.market.Symbol;
import java.time.Instant;
import java.util.Optional;

/// The stored alerts. Each call throws [AwsCallFailedException] when it failed; it may have been
/// carried out then.
interface AlertRows {
    /// Writes the alert unless there is one of the same symbol, bar day, rule and direction.
    void insert(Alert alert);

    /// The alert under that key as it is now, if it is there and not marked as sent. Throws
    /// [MalformedItemException] when it cannot be read.
    Optional<Alert> findUnsent(Symbol symbol, String sortKey);

    /// Marks the alert as sent, unless it is already.
    void markSent(Alert alert, Instant sentAt);
}
