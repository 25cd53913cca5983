package dev.bellwether.alerts;

import dev.bellwether.alerts.BatchOutcome.Processed;
import dev.bellwether.alerts.BatchOutcome.StoppedAt;
import dev.bellwether.market.CrossoverRule;
import java.time.InstantSource;
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

    ChangeBatch(
            BarHistory history,
            AlertRows rows,
            LakeObjects lake,
            AlertTopic topic,
            InstantSource clock) {
        this.watch = new CrossingWatch(history, RULE);
        this.rows = rows;
        this.dispatch = new AlertDispatch(rows, lake, topic, clock);
        this.quarantine = new Quarantine(lake);
    }

    BatchOutcome process(List<TableChange> changes) {
        Processed sum = new Processed(0, 0, 0, 0);
        for (TableChange change : changes) {
            try {
                sum = plus(sum, act(change));
            } catch (AwsCallFailedException e) {
                return new StoppedAt(change.sequenceNumber(), sum, String.valueOf(e.getMessage()));
            }
        }
        return sum;
    }

    private Processed act(TableChange change) {
        if (change.after().isEmpty()) {
            return new Processed(1, 0, 0, 0);
        }
        try {
            return act(change.after().get(), change.before());
        } catch (MalformedItemException e) {
            quarantine.keep(change, e);
            return new Processed(1, 0, 0, 1);
        }
    }

    private Processed act(Item after, Optional<Item> before) {
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
        boolean unsentAlert = sortKey.startsWith(ALERT_PREFIX) && after.find("sent_at").isEmpty();
        return new Processed(1, 0, unsentAlert && dispatch.dispatch(after) ? 1 : 0, 0);
    }

    private static Processed plus(Processed one, Processed other) {
        return new Processed(
                one.changes() + other.changes(),
                one.crossings() + other.crossings(),
                one.messages() + other.messages(),
                one.quarantined() + other.quarantined());
    }
}
