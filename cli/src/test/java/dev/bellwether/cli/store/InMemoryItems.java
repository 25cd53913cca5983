package dev.bellwether.cli.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/// A table that another writer may change just before a write.
public final class InMemoryItems implements MarketItems {
    private final TreeMap<String, Map<String, String>> items = new TreeMap<>();
    private final Deque<Runnable> others = new ArrayDeque<>();

    /// Puts an item as it is.
    public InMemoryItems with(Map<String, String> item) {
        items.put(key(item), Map.copyOf(item));
        return this;
    }

    /// What somebody else does just before the next write of a rule in force.
    public void beforeNextRule(Runnable other) {
        others.add(other);
    }

    /// Sort keys of a partition.
    public List<String> sortKeys(String partition) {
        return query(partition, "").stream().map(item -> item.getOrDefault("sk", "")).toList();
    }

    @Override
    public List<Map<String, String>> query(String partition, String sortKeyPrefix) {
        return items.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(partition + "/" + sortKeyPrefix))
                .map(Map.Entry::getValue)
                .toList();
    }

    @Override
    public boolean insert(Map<String, String> item, Set<String> numbers) {
        letOthers(item);
        return items.putIfAbsent(key(item), Map.copyOf(item)) == null;
    }

    @Override
    public boolean replace(
            Map<String, String> before,
            Map<String, String> item,
            Set<String> numbers,
            String stamp) {
        letOthers(item);
        Map<String, String> there = items.getOrDefault(key(item), Map.of());
        if (!Objects.equals(there.get(stamp), before.get(stamp))) {
            return false;
        }
        items.put(key(item), Map.copyOf(item));
        return true;
    }

    private void letOthers(Map<String, String> item) {
        if (item.getOrDefault("sk", "").startsWith("rule#") && !others.isEmpty()) {
            others.remove().run();
        }
    }

    private static String key(Map<String, String> item) {
        return item.get("symbol") + "/" + item.get("sk");
    }
}
