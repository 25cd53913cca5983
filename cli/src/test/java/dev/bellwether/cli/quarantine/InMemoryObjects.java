package dev.bellwether.cli.quarantine;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bellwether.cli.store.MovableObjects;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.TreeMap;

/// A bucket that may be lost in the middle of a move.
final class InMemoryObjects implements MovableObjects {
    private final TreeMap<String, String> objects = new TreeMap<>();
    private boolean moves = true;

    InMemoryObjects with(String key, String content) {
        objects.put(key, content);
        return this;
    }

    void breakMoves() {
        moves = false;
    }

    void mendMoves() {
        moves = true;
    }

    @Override
    public List<String> keys(String prefix) {
        return objects.keySet().stream().filter(key -> key.startsWith(prefix)).toList();
    }

    @Override
    public byte[] read(String key) {
        String content = objects.get(key);
        if (content == null) {
            throw new NoSuchElementException(key);
        }
        return content.getBytes(UTF_8);
    }

    @Override
    public void move(String key, String newKey) {
        if (!moves) {
            throw new IllegalStateException("killed");
        }
        objects.put(newKey, new String(read(key), UTF_8));
        objects.remove(key);
    }
}
