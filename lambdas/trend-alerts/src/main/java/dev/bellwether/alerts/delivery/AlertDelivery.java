package dev.bellwether.alerts.delivery;

import dev.bellwether.alerts.channel.Channel;
import dev.bellwether.alerts.message.AlertNotice;
import dev.bellwether.alerts.message.NoticeKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Decides what an alert's row still has to tell, and tells it.
///
/// The row is there before the message, so a kill in between loses nothing: the row's stream record
/// comes again. A kill between the message and its mark repeats that message with the same id, or,
/// when messages are claimed first, may lose it and says so; nothing else repeats or is lost,
/// because the row is looked at before each sending.
public final class AlertDelivery {
    private static final String STATUS = "status";

    private final AlertOutbox outbox;
    private final Courier courier;
    private final HoldPolicy policy;

    AlertDelivery(AlertOutbox outbox, Courier courier, HoldPolicy policy) {
        this.outbox = outbox;
        this.courier = courier;
        this.policy = policy;
    }

    /// What was done about a row.
    public enum Outcome {
        /// There was nothing to tell.
        NOTHING,
        /// At least one channel was tried.
        TOLD,
        /// It waits for a digest.
        HELD
    }

    /// Whether a row that looks so may have something to tell; its marks make stream records, too.
    public boolean mayConcern(Map<String, String> row) {
        return kindOf(row).filter(kind -> !channels(kind, row).isEmpty()).isPresent();
    }

    /// The row as it is now, texts and numbers by name.
    public Optional<Map<String, String>> find(RowKey key) {
        return outbox.find(key);
    }

    /// Tells what the row has to tell. Throws IllegalArgumentException when the row is no alert,
    /// and [dev.bellwether.alerts.channel.DeliveryFailedException] when it has to come again.
    ///
    /// @param row as it is now
    public Outcome deliver(RowKey key, Map<String, String> row, DeliveryRun run) {
        Optional<NoticeKind> kind = kindOf(row);
        List<Channel> channels = kind.map(of -> channels(of, row)).orElse(List.of());
        if (kind.isEmpty() || channels.isEmpty()) {
            return Outcome.NOTHING;
        }
        AlertNotice notice = AlertNotice.read(row, kind.get());
        boolean begun =
                courier.channels().stream()
                        .anyMatch(channel -> !new Marks(channel, notice.kind()).isOpen(row));
        Optional<HoldReason> reason = begun ? Optional.empty() : policy.reasonToHold(notice);
        if (reason.isPresent()) {
            hold(key, notice, reason.get());
            return Outcome.HELD;
        }
        courier.send(notice, key, notice.kind(), row, channels, run);
        return Outcome.TOLD;
    }

    private void hold(RowKey key, AlertNotice notice, HoldReason reason) {
        NoticeKind kind = notice.kind();
        outbox.hold(Held.of(key, kind, notice.at(), notice.alertId()), reason);
        outbox.mark(
                key,
                Map.of(
                        Marks.heldAt(kind),
                        notice.at().toString(),
                        Marks.heldReason(kind),
                        reason.id()));
    }

    /// What rows of that status tell; nothing where the bar was not fresh.
    private static Optional<NoticeKind> kindOf(Map<String, String> row) {
        return switch (row.getOrDefault(STATUS, "fired")) {
            case "fired" -> Optional.of(NoticeKind.FIRED);
            case "retracted" -> Optional.of(NoticeKind.RETRACTED);
            default -> Optional.empty();
        };
    }

    private List<Channel> channels(NoticeKind kind, Map<String, String> row) {
        return row.containsKey(Marks.heldAt(kind)) ? List.of() : due(kind, row, courier.channels());
    }

    /// The channels on which something is to be told, or was begun and not ended. Only what a
    /// channel has told is retracted there.
    static List<Channel> due(NoticeKind kind, Map<String, String> row, List<Channel> channels) {
        return channels.stream()
                .filter(channel -> {
                    Marks marks = new Marks(channel, kind);
                    return marks.isOpen(row) || marks.mayBeLost(row);
                })
                .filter(channel ->
                        kind != NoticeKind.RETRACTED
                                || row.containsKey(new Marks(channel, NoticeKind.FIRED).sent()))
                .toList();
    }

    /// Whether a held row still has to tell that.
    static boolean isStillDue(NoticeKind kind, Map<String, String> row, List<Channel> channels) {
        return kindOf(row).filter(kind::equals).isPresent() && !due(kind, row, channels).isEmpty();
    }
}
