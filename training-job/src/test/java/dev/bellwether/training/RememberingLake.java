package dev.bellwether.training;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/// A lake in memory that keeps the first content of each key.
final class RememberingLake implements ForecastLake {
    final Map<String, String> contents = new TreeMap<>();

    @Override
    public void putOnce(String key, byte[] content) {
        contents.putIfAbsent(key, new String(content, StandardCharsets.UTF_8));
    }
}
