package dev.bellwether.alerts.delivery;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;

/// The outbox over rows that somebody else keeps; its own items are here.
public final class OutboxInMemory implements AlertOutbox {
    public final NavigableMap<String, Map<String, String>> own = new TreeMap<>();
    public final Map<LocalDate, Set<String>> budgets = new TreeMap<>();
    private final Function<RowKey, Optional<Map<String, String>>> rows;
    private final Consumer<Map<String, String>> write;
    private final Calls calls;

    /// @param write takes a changed row, whole
    public OutboxInMemory(
            Function<RowKey, Optional<Map<String, String>>> rows,
            Consumer<Map<String, String>> write,
            Calls calls) {
        this.rows = rows;
        this.write = write;
        this.calls = calls;
    }

    @Override
    public Optional<Map<String, String>> find(RowKey key) {
        return calls.run(() -> item(key));
    }

    private Optional<Map<String, String>> item(RowKey key) {
        return key.symbol().startsWith("#")
                ? Optional.ofNullable(own.get(key.sortKey()))
                : rows.apply(key);
    }

    @Override
    public boolean claim(RowKey key, String mark, Instant at) {
        return calls.run(() -> {
            Optional<Map<String, String>> item =
                    item(key).filter(found -> !found.containsKey(mark));
            item.ifPresent(found -> store(key, found, Map.of(mark, at.toString())));
            return item.isPresent();
        });
    }

    @Override
    public void mark(RowKey key, Map<String, String> marks) {
        calls.run(() -> {
            item(key).ifPresent(found -> store(key, found, marks));
            return key;
        });
    }

    private void store(RowKey key, Map<String, String> item, Map<String, String> marks) {
        Map<String, String> marked = new HashMap<>(item);
        marks.forEach(marked::putIfAbsent);
        if (key.symbol().startsWith("#")) {
            own.put(key.sortKey(), marked);
        } else {
            write.accept(marked);
        }
    }

    @Override
    public boolean takeBudget(LocalDate day, String alertId, int most) {
        return calls.run(() -> {
            Set<String> taken = budgets.computeIfAbsent(day, _ -> new TreeSet<>());
            return taken.contains(alertId) || taken.size() < most && taken.add(alertId);
        });
    }

    @Override
    public void hold(Held held, HoldReason reason) {
        calls.run(() ->
                own.put(
                        held.sortKey(),
                        Map.of(
                                "row_symbol", held.row().symbol(),
                                "row_sk", held.row().sortKey(),
                                "kind", held.kind().id(),
                                "reason", reason.id())));
    }

    @Override
    public List<Held> held(int most) {
        return calls.run(() ->
                own.tailMap(Held.PREFIX, true).entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith(Held.PREFIX))
                        .limit(most)
                        .map(entry -> held(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private static Held held(String sortKey, Map<String, String> item) {
        return new Held(
                sortKey,
                new RowKey(item.getOrDefault("row_symbol", ""), item.getOrDefault("row_sk", "")),
                Held.kindOf(item.getOrDefault("kind", "")));
    }

    @Override
    public void release(Held held) {
        calls.run(() -> Optional.ofNullable(own.remove(held.sortKey())));
    }

    @Override
    public void open(DigestPlan plan) {
        calls.run(() -> own.putIfAbsent(DigestPlan.KEY.sortKey(), plan.attributes()));
    }

    @Override
    public void close(DigestPlan plan) {
        calls.run(() -> own.remove(DigestPlan.KEY.sortKey()));
    }
}
