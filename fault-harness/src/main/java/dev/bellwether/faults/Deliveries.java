package dev.bellwether.faults;

import dev.bellwether.faults.aws.SimulatedTable.Change;
import dev.bellwether.faults.aws.SimulatedTopic.Message;
import dev.bellwether.faults.market.AlertRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Counts messages, by kind and alert, and those that may be repeated: an invocation which
/// published a message and which a fault kept from marking the row leaves it to be published once
/// more. Nothing else does.
final class Deliveries {
    /// How an invocation was kept from marking a row.
    enum Interruption {
        /// The function died.
        CRASH,
        /// The function lived and answered: the call to the topic or to the table had failed.
        FAILED_CALL
    }

    private final Map<String, Integer> published = new TreeMap<>();
    private final Map<String, List<Interruption>> interruptions = new TreeMap<>();
    private final Set<String> unmarked = new TreeSet<>();
    private final Set<String> marked = new TreeSet<>();
    private final List<String> withoutReason = new ArrayList<>();

    void published(Message message) {
        String notice = AlertRows.noticeOf(message.attributes());
        published.merge(notice, 1, Integer::sum);
        if (marked.contains(notice)) {
            withoutReason.add(notice);
        } else {
            unmarked.add(notice);
        }
    }

    void changed(Change change) {
        Optional<String> id = AlertRows.idOf(change.after());
        for (String kind : List.of(AlertRows.FIRED, AlertRows.RETRACTED)) {
            if (id.isPresent() && AlertRows.isMarked(change.after(), kind)) {
                String notice = AlertRows.notice(kind, id.get());
                unmarked.remove(notice);
                marked.add(notice);
            }
        }
    }

    /// An invocation is over.
    ///
    /// @param faults how many struck during it
    void ended(Interruption how, int faults) {
        for (String notice : unmarked) {
            if (faults == 0) {
                withoutReason.add(notice);
            } else {
                interruptions.computeIfAbsent(notice, _ -> new ArrayList<>()).add(how);
            }
        }
        unmarked.clear();
    }

    Map<String, Integer> published() {
        return published;
    }

    /// How often the message may be there more than once.
    int allowedRepeats(String notice) {
        return interruptions.getOrDefault(notice, List.of()).size();
    }

    int interruptions(Interruption how) {
        return (int)
                interruptions.values().stream()
                        .flatMap(List::stream)
                        .filter(one -> one == how)
                        .count();
    }

    /// Messages that an invocation published and, undisturbed, did not mark, or that were marked
    /// before.
    List<String> withoutReason() {
        return withoutReason;
    }
}
