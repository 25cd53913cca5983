package dev.bellwether.alerts;

import dev.bellwether.market.Symbol;
import java.time.Instant;
import java.util.Optional;

/// The rows of alerts as an outbox. Each call throws [AwsCallFailedException] when it failed; it
/// may have been carried out then.
interface AlertRows {
    /// The row under that key as it is now, if its alert is to be told and was not.
    Optional<Item> findUnsent(Symbol symbol, String sortKey);

    /// Marks the row as sent, unless it is already.
    void markSent(Item row, Instant sentAt);
}
