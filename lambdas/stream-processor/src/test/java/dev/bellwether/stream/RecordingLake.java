package dev.bellwether.stream;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/// A lake in memory.
final class RecordingLake implements LakeObjects {
    final NavigableMap<String, String> objects = new TreeMap<>();
    private final Effects effects;

    RecordingLake(Effects effects) {
        this.effects = effects;
    }

    @Override
    public void put(String key, byte[] body) {
        effects.run(() -> {
            objects.put(key, new String(body, StandardCharsets.UTF_8));
            return key;
        });
    }

    /// Every landed line, by object name.
    List<String> quoteLines() {
        return objects.tailMap("quotes/").values().stream().flatMap(String::lines).toList();
    }

    List<String> quarantineKeys() {
        return objects.keySet().stream().filter(key -> key.startsWith("quarantine/")).toList();
    }
}
