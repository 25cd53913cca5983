package dev.bellwether.alerts.delivery;

import dev.bellwether.alerts.channel.Channel;
import dev.bellwether.alerts.message.AlertNotice;
import dev.bellwether.alerts.message.Digest;
import dev.bellwether.alerts.message.NoticeKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Sends the held alerts as one message.
///
/// A plan is stored, sent, and marked like an alert's row; then its alerts take over its marks, and
/// it goes. An alert that was retracted while its digest was sent is retracted by the stream record
/// of that mark.
public final class AlertDigest {
    /// More would not fit into what a person reads; the rest waits an hour.
    static final int MOST = 100;

    private final AlertOutbox outbox;
    private final Courier courier;
    private final Optional<QuietHours> quietHours;

    AlertDigest(AlertOutbox outbox, Courier courier, Optional<QuietHours> quietHours) {
        this.outbox = outbox;
        this.courier = courier;
        this.quietHours = quietHours;
    }

    /// What one run came to.
    public sealed interface Outcome {
        /// It was quiet.
        record Quiet() implements Outcome {}

        /// No alert was held.
        record Nothing() implements Outcome {}

        /// A digest of so many alerts was sent.
        record Sent(String digestId, int alerts) implements Outcome {}
    }

    /// Sends what is held, unless it is quiet at that market time. Throws
    /// [dev.bellwether.alerts.channel.DeliveryFailedException]; the next run goes on then.
    public Outcome run(Instant scheduledTime, DeliveryRun run) {
        if (quietHours.filter(hours -> hours.include(scheduledTime)).isPresent()) {
            return new Outcome.Quiet();
        }
        if (outbox.find(DigestPlan.KEY).isEmpty()) {
            Optional<DigestPlan> plan = gather(run);
            if (plan.isEmpty()) {
                return new Outcome.Nothing();
            }
            outbox.open(plan.get());
        }
        return outbox.find(DigestPlan.KEY)
                .<Outcome>map(item -> send(item, run))
                .orElseGet(Outcome.Nothing::new);
    }

    private Optional<DigestPlan> gather(DeliveryRun run) {
        List<Held> due = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (Held held : outbox.held(MOST)) {
            Optional<AlertNotice> notice =
                    outbox.find(held.row())
                            .filter(row ->
                                    AlertDelivery.isStillDue(held.kind(), row, courier.channels()))
                            .flatMap(row -> read(row, held, run));
            if (notice.isPresent()) {
                due.add(held);
                ids.add(notice.get().idempotencyKey());
            } else {
                // Told, retracted or removed meanwhile.
                outbox.release(held);
            }
        }
        return due.isEmpty() ? Optional.empty() : Optional.of(DigestPlan.of(due, ids));
    }

    private static Optional<AlertNotice> read(Map<String, String> row, Held held, DeliveryRun run) {
        try {
            return Optional.of(AlertNotice.read(row, held.kind()));
        } catch (IllegalArgumentException e) {
            // One row may not hold up all digests.
            run.report("%s is left out of digests: %s".formatted(held.row(), e.getMessage()));
            return Optional.empty();
        }
    }

    private Outcome send(Map<String, String> item, DeliveryRun run) {
        DigestPlan plan = DigestPlan.read(item);
        List<AlertNotice> notices = new ArrayList<>();
        for (Held held : plan.held()) {
            outbox.find(held.row()).flatMap(row -> read(row, held, run)).ifPresent(notices::add);
        }
        if (!notices.isEmpty()) {
            Map<String, String> marks =
                    courier.send(
                            new Digest(plan.id(), notices),
                            DigestPlan.KEY,
                            NoticeKind.FIRED,
                            item,
                            courier.channels(),
                            run);
            for (Held held : plan.held()) {
                outbox.mark(held.row(), marksOf(held.kind(), plan.id(), marks));
                outbox.release(held);
            }
        }
        outbox.close(plan);
        return new Outcome.Sent(plan.id(), notices.size());
    }

    private Map<String, String> marksOf(
            NoticeKind kind, String digestId, Map<String, String> ofPlan) {
        Map<String, String> marks = new HashMap<>(Map.of(Marks.digestId(kind), digestId));
        for (Channel channel : courier.channels()) {
            Marks from = new Marks(channel, NoticeKind.FIRED);
            Marks to = new Marks(channel, kind);
            copy(ofPlan, from.sent(), marks, to.sent());
            copy(ofPlan, from.claimed(), marks, to.claimed());
            copy(ofPlan, from.failed(), marks, to.failed());
        }
        return marks;
    }

    private static void copy(
            Map<String, String> from, String name, Map<String, String> to, String newName) {
        if (from.containsKey(name)) {
            to.put(newName, from.getOrDefault(name, ""));
        }
    }
}
