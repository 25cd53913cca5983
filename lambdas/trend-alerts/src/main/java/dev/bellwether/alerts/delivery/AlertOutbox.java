package dev.bellwether.alerts.delivery;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The table as delivery uses it: alert rows are the outbox, beside them lie the counter of the
/// day's budget and the held alerts. Each call throws
/// [dev.bellwether.alerts.channel.DeliveryFailedException] when it failed; it may have been carried
/// out then.
public interface AlertOutbox {
    /// The item as it is now, texts and numbers by name.
    Optional<Map<String, String>> find(RowKey key);

    /// Sets the mark if the item is there without it.
    ///
    /// @return whether this call has set it
    boolean claim(RowKey key, String mark, Instant at);

    /// Sets those of the marks that the item does not have yet; nothing when it is gone.
    void mark(RowKey key, Map<String, String> marks);

    /// Takes one message of the day's budget for the alert, unless it has taken one before.
    ///
    /// @return whether the alert has one
    boolean takeBudget(LocalDate day, String alertId, int most);

    /// Notes the alert for the next digest.
    void hold(Held held, HoldReason reason);

    /// The oldest held alerts.
    List<Held> held(int most);

    /// Forgets a held alert.
    void release(Held held);

    /// Stores the plan unless there is one.
    void open(DigestPlan plan);

    /// Forgets the plan.
    void close(DigestPlan plan);
}
