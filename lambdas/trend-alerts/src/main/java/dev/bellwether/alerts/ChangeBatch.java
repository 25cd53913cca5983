package dev.bellwether.alerts;

import dev.bellwether.alerts.BatchOutcome.Processed;
import dev.bellwether.alerts.BatchOutcome.StoppedAt;
import dev.bellwether.market.rule.Rule;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Acts on the changes of one shard, as far as it can.
///
/// Bars are gathered by series first, because a load of a symbol's bars comes as hundreds of
/// changes and is judged once. Everything may be done again, so a batch that fails on the way
/// begins anew at its first change that was not done with.
final class ChangeBatch {
    private final SeriesJudge judge;
    private final RuleBook rules;
    private final AlertDispatch dispatch;
    private final Quarantine quarantine;

    ChangeBatch(
            SeriesJudge judge,
            RuleBook rules,
            AlertRows rows,
            LakeObjects lake,
            AlertTopic topic,
            InstantSource clock) {
        this.judge = judge;
        this.rules = rules;
        this.dispatch = new AlertDispatch(rows, lake, topic, clock);
        this.quarantine = new Quarantine(lake);
    }

    /// A series' changes, and where in the batch they stand.
    private static final class Gathered {
        final SeriesChange change;
        final TableChange first;

        Gathered(SeriesChange change, TableChange first) {
            this.change = change;
            this.first = first;
        }
    }

    BatchOutcome process(List<TableChange> changes) {
        Processed sum = Processed.NOTHING;
        Map<SeriesChange.Key, Gathered> gathered = new LinkedHashMap<>();
        for (TableChange change : changes) {
            try {
                sum = sum.plus(act(change, gathered));
            } catch (AwsCallFailedException e) {
                String from =
                        gathered.isEmpty()
                                ? change.sequenceNumber()
                                : gathered.values().iterator().next().first.sequenceNumber();
                return new StoppedAt(from, sum, String.valueOf(e.getMessage()));
            }
        }
        return judge(List.copyOf(gathered.values()), sum);
    }

    private Processed act(TableChange change, Map<SeriesChange.Key, Gathered> gathered) {
        if (change.after().isPresent()) {
            try {
                return act(change, change.after().get(), gathered);
            } catch (MalformedItemException e) {
                quarantine.keep(change, e);
                return Processed.SEEN.withQuarantined();
            }
        }
        return Processed.SEEN;
    }

    private Processed act(
            TableChange change, Item after, Map<SeriesChange.Key, Gathered> gathered) {
        String sortKey = after.text("sk");
        if (StoredBar.isBar(sortKey)) {
            StoredBar bar = StoredBar.of(after);
            Optional<StoredBar> before = change.before().map(StoredBar::of);
            if (before.filter(bar::sameFigures).isEmpty()) {
                gathered.computeIfAbsent(
                                SeriesChange.Key.of(bar),
                                _ -> new Gathered(SeriesChange.of(bar), change))
                        .change
                        .add(bar);
            }
            return Processed.SEEN;
        }
        boolean unsentAlert =
                sortKey.startsWith(AlertItem.PREFIX) && after.find("sent_at").isEmpty();
        return unsentAlert && dispatch.dispatch(after)
                ? Processed.SEEN.withMessage()
                : Processed.SEEN;
    }

    private BatchOutcome judge(List<Gathered> series, Processed before) {
        if (series.isEmpty()) {
            return before;
        }
        Processed sum = before;
        List<Gathered> left = new ArrayList<>(series);
        try {
            RuleBook.Page page = rules.read();
            page.unreadable().forEach(quarantine::keep);
            while (!left.isEmpty()) {
                sum = sum.plus(judge(left.getFirst(), page.rules()));
                left.removeFirst();
            }
            return sum;
        } catch (AwsCallFailedException e) {
            // In the order of their first changes, so nothing before it is left undone.
            return new StoppedAt(
                    left.getFirst().first.sequenceNumber(), sum, String.valueOf(e.getMessage()));
        }
    }

    private Processed judge(Gathered gathered, List<Rule> inForce) {
        try {
            return Processed.NOTHING.with(judge.judge(gathered.change, inForce));
        } catch (MalformedItemException e) {
            quarantine.keep(gathered.first, e);
            return Processed.NOTHING.withQuarantined();
        }
    }
}
