package dev.bellwether.localstack.mapping;

import dev.bellwether.localstack.mapping.MappingCase.Rule;
import dev.bellwether.localstack.mapping.MappingCase.Source;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/// One case while it runs: what its function has seen, and what it does next. Used by many threads.
final class Stage {
    private record Invocation(String shard, List<String> names) {}

    private final MappingCase row;
    private final List<Invocation> invocations = new ArrayList<>();
    private final Map<Rule, Integer> uses = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();

    Stage(MappingCase row) {
        this.row = row;
    }

    /// Notes the event and says what the function does.
    synchronized Answer invoked(List<EventRecord> batch) {
        batch.forEach(record -> names.put(record.id(), record.name()));
        invocations.add(
                new Invocation(
                        batch.getFirst().shard(), batch.stream().map(EventRecord::name).toList()));
        notifyAll();
        for (Rule rule : row.rules()) {
            int used = uses.getOrDefault(rule, 0);
            boolean concerned =
                    batch.stream().anyMatch(record -> record.name().equals(rule.name()));
            if (concerned && (rule.times() == 0 || used < rule.times())) {
                uses.put(rule, used + 1);
                return rule.answer();
            }
        }
        return Answer.OK;
    }

    synchronized int count() {
        return invocations.size();
    }

    /// How many records of such a name have come, whatever was done to their data.
    synchronized long count(String name) {
        return invocations.stream()
                .flatMap(invocation -> invocation.names().stream())
                .filter(seen -> seen.startsWith(name))
                .count();
    }

    /// Of a record that the function has seen.
    synchronized String name(String id) {
        return names.getOrDefault(id, id);
    }

    /// As in [Outcome#invocations()], without what the run itself has put.
    synchronized List<String> seen() {
        if (row.source() == Source.QUEUE) {
            return invocations.stream()
                    .flatMap(invocation -> invocation.names().stream())
                    .collect(Collectors.groupingBy(name -> name, Collectors.counting()))
                    .entrySet()
                    .stream()
                    .map(name -> name.getKey() + " " + name.getValue() + "x")
                    .sorted()
                    .toList();
        }
        return invocations.stream()
                .sorted(Comparator.comparing(Invocation::shard))
                .map(invocation ->
                        invocation.names().stream()
                                .filter(name -> !Item.isOfTheRun(name))
                                .collect(Collectors.joining(" ")))
                .filter(batch -> !batch.isEmpty())
                .toList();
    }

    /// Whether the condition comes true in that time; it is asked at every invocation, and a few
    /// times a second for what else it depends on.
    boolean await(Duration limit, BooleanSupplier condition) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            synchronized (this) {
                try {
                    wait(Math.clamp(left / 1_000_000, 1, 300));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException("Interrupted in case " + row, e);
                }
            }
        }
        return true;
    }
}
