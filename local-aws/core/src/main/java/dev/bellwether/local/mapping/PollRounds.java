package dev.bellwether.local.mapping;

import dev.bellwether.local.mapping.Poller.Blocked;
import dev.bellwether.local.mapping.Poller.Flush;
import dev.bellwether.local.mapping.Poller.Result;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which mapping is to be polled next, until none has anything left.
final class PollRounds {
    private static final class Turn {
        private final Entry entry;
        private boolean due = true;
        private boolean blocked;

        Turn(Entry entry) {
            this.entry = entry;
        }
    }

    private final List<Turn> turns = new ArrayList<>();
    private final Flush flush;
    private int records;
    private int cursor;

    PollRounds(List<Entry> entries, Flush flush) {
        entries.forEach(entry -> turns.add(new Turn(entry)));
        this.flush = flush;
    }

    /// Null when all are quiet.
    @Nullable Entry next() {
        for (int i = 0; i < turns.size(); i++) {
            Turn turn = turns.get((cursor + i) % turns.size());
            if (turn.due) {
                cursor = (cursor + i) % turns.size();
                return turn.entry;
            }
        }
        return null;
    }

    void polled(Entry entry, Result result) {
        records += result.records();
        for (Turn turn : turns) {
            if (turn.entry == entry) {
                turn.blocked = result.blocked() == Blocked.YES;
                turn.due = flush == Flush.NOW && result.progressed();
            } else if (result.progressed()) {
                turn.due = true;
            }
        }
        cursor = (cursor + 1) % turns.size();
    }

    DrainReport report() {
        return new DrainReport(
                records,
                turns.stream()
                        .filter(turn -> turn.blocked)
                        .map(turn -> turn.entry.mapping())
                        .toList());
    }
}
