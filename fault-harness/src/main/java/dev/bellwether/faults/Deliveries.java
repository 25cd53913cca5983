package dev.bellwether.faults;

import dev.bellwether.faults.aws.SimulatedTable.Change;
import dev.bellwether.faults.aws.SimulatedTopic.Message;
import dev.bellwether.faults.market.AlertReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Counts messages, and those that may be repeated: an invocation which published a message and
/// which a fault kept from marking the row leaves it to be published once more. Nothing else does.
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
    private final List<String> withoutReason = new ArrayList<>();

    void published(Message message) {
        String id = AlertReference.idOfMessage(message.body(), message.attributes());
        published.merge(id, 1, Integer::sum);
        unmarked.add(id);
    }

    void changed(Change change) {
        Optional<String> id = AlertReference.idOfRow(change.after());
        if (id.isPresent() && AlertReference.isMarked(change.after())) {
            unmarked.remove(id.get());
        }
    }

    /// An invocation is over.
    ///
    /// @param faults how many struck during it
    void ended(Interruption how, int faults) {
        for (String id : unmarked) {
            if (faults == 0) {
                withoutReason.add(id);
            } else {
                interruptions.computeIfAbsent(id, _ -> new ArrayList<>()).add(how);
            }
        }
        unmarked.clear();
    }

    Map<String, Integer> published() {
        return published;
    }

    /// How often the message of that id may be there more than once.
    int allowedRepeats(String id) {
        return interruptions.getOrDefault(id, List.of()).size();
    }

    int interruptions(Interruption how) {
        return (int)
                interruptions.values().stream()
                        .flatMap(List::stream)
                        .filter(one -> one == how)
                        .count();
    }

    /// Ids that an invocation published and, undisturbed, did not mark.
    List<String> withoutReason() {
        return withoutReason;
    }
}
