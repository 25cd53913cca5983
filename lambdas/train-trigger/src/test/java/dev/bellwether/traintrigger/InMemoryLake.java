package dev.bellwether.traintrigger;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bellwether.market.lake.TrainingSnapshot;
import dev.bellwether.market.wire.TrainingSnapshotJson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The lake's objects as a map.
final class InMemoryLake implements LakeObjects {
    final SortedMap<String, String> objects = new TreeMap<>();

    /// A set of that day whose hash consists of one digit.
    static TrainingSnapshot set(String day, char digit) {
        return new TrainingSnapshot(
                Character.toString(digit).repeat(64),
                LocalDate.parse(day),
                Instant.parse(day + "T23:30:00Z"),
                6);
    }

    InMemoryLake announcing(TrainingSnapshot snapshot) {
        put(TrainingSnapshot.LATEST_KEY, TrainingSnapshotJson.write(snapshot));
        return this;
    }

    @Override
    public Optional<byte[]> find(String key) {
        return Optional.ofNullable(objects.get(key)).map(text -> text.getBytes(UTF_8));
    }

    @Override
    public boolean putOnce(String key, byte[] content) {
        return objects.putIfAbsent(key, new String(content, UTF_8)) == null;
    }

    @Override
    public void put(String key, byte[] content) {
        objects.put(key, new String(content, UTF_8));
    }
}
