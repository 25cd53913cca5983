package dev.bellwether.alerts;

import dev.bellwether.alerts.BatchOutcome.Processed;
import dev.bellwether.alerts.BatchOutcome.StoppedAt;
import dev.bellwether.alerts.channel.DeliveryFailedException;
import dev.bellwether.alerts.delivery.AlertDelivery;
import dev.bellwether.alerts.delivery.DeliveryRun;
import dev.bellwether.market.CrossoverRule;
import java.util.List;
import java.util.Optional;

/// Acts on the changes of one shard, in order, as far as it can.
final class ChangeBatch {
    private static final CrossoverRule RULE = new CrossoverRule(5, 20);
    private static final String ALERT_PREFIX = "alert#";

    private final CrossingWatch watch;
    private final AlertRows rows;
    private final AlertDispatch dispatch;
    private final Quarantine quarantine;

    ChangeBatch(BarHistory history, AlertRows rows, LakeObjects lake, AlertDelivery delivery) {
        this.watch = new CrossingWatch(history, RULE);
        this.rows = rows;
        this.dispatch = new AlertDispatch(lake, delivery);
        this.quarantine = new Quarantine(lake);
    }

    /// @param run takes what has to be said about messages
    BatchOutcome process(List<TableChange> changes, DeliveryRun run) {
        Processed sum = new Processed(0, 0, 0, 0);
        for (TableChange change : changes) {
            try {
                sum = plus(sum, act(change, run));
            } catch (AwsCallFailedException | DeliveryFailedException e) {
                return new StoppedAt(change.sequenceNumber(), sum, String.valueOf(e.getMessage()));
            }
        }
        return sum;
    }

    private Processed act(TableChange change, DeliveryRun run) {
        if (change.after().isEmpty()) {
            return new Processed(1, 0, 0, 0);
        }
        try {
            return act(change.after().get(), change.before(), run);
        } catch (MalformedItemException e) {
            quarantine.keep(change, e);
            return new Processed(1, 0, 0, 1);
        }
    }

    private Processed act(Item after, Optional<Item> before, DeliveryRun run) {
        String sortKey = after.text("sk");
        if (sortKey.startsWith(StoredBar.SORT_KEY_PREFIX)) {
            StoredBar bar = StoredBar.of(after);
            boolean sameFigures =
                    before.map(StoredBar::of)
                            .filter(was -> was.bar().sameFigures(bar.bar()))
                            .isPresent();
            Optional<Alert> alert = sameFigures ? Optional.empty() : watch.find(bar);
            alert.ifPresent(rows::insert);
            return new Processed(1, alert.isPresent() ? 1 : 0, 0, 0);
        }
        boolean told = sortKey.startsWith(ALERT_PREFIX) && dispatch.dispatch(after, before, run);
        return new Processed(1, 0, told ? 1 : 0, 0);
    }

    private static Processed plus(Processed one, Processed other) {
        return new Processed(
                one.changes() + other.changes(),
                one.crossings() + other.crossings(),
                one.messages() + other.messages(),
                one.quarantined() + other.quarantined());
    }
}
