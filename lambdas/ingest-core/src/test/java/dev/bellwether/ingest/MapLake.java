package dev.bellwether.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A lake in memory. An object's entity tag is its number of writes.
final class MapLake implements Lake {
    private final Map<String, StoredObject> objects = new TreeMap<>();

    Map<String, StoredObject> objects() {
        return objects;
    }

    String text(String key) {
        return new String(objects.get(key).bytes(), StandardCharsets.UTF_8);
    }

    @Override
    public Optional<StoredObject> find(String key) {
        return Optional.ofNullable(objects.get(key));
    }

    @Override
    public void put(String key, byte[] bytes, String contentType) {
        int writes = find(key).map(old -> Integer.parseInt(old.entityTag())).orElse(0);
        objects.put(key, new StoredObject(bytes, String.valueOf(writes + 1)));
    }

    @Override
    public boolean putIfAbsent(String key, byte[] bytes, String contentType) {
        if (objects.containsKey(key)) {
            return false;
        }
        put(key, bytes, contentType);
        return true;
    }

    @Override
    public boolean putIfUnchanged(String key, byte[] bytes, String contentType, String entityTag) {
        boolean unchanged = find(key).filter(old -> old.entityTag().equals(entityTag)).isPresent();
        if (unchanged) {
            put(key, bytes, contentType);
        }
        return unchanged;
    }
}
