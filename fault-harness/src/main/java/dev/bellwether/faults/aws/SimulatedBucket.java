package dev.bellwether.faults.aws;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// Objects by key.
public final class SimulatedBucket {
    private final String name;
    private final NavigableMap<String, byte[]> objects = new TreeMap<>();

    /// An empty bucket.
    public SimulatedBucket(String name) {
        this.name = name;
    }

    /// Its name.
    public String name() {
        return name;
    }

    /// Stores an object, in place of the one that may be there.
    public void put(String key, byte[] body) {
        objects.put(key, body.clone());
    }

    /// The objects whose keys begin so, as text.
    public Map<String, String> texts(String prefix) {
        Map<String, String> texts = new TreeMap<>();
        objects.tailMap(prefix, true)
                .forEach((key, body) -> {
                    if (key.startsWith(prefix)) {
                        texts.put(key, new String(body, StandardCharsets.UTF_8));
                    }
                });
        return texts;
    }
}
