package dev.bellwether.etl;

import dev.bellwether.market.SeriesFacts;
import dev.bellwether.market.Sha256;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.lake.TrainingSetHash;
import dev.bellwether.market.lake.TrainingSnapshot;
import dev.bellwether.market.wire.FactsCsv;
import dev.bellwether.market.wire.TrainingSnapshotJson;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaRDD;

/// The training set that follows from a run's tables.
///
/// Its name is made of the hash of its files, each of which is hashed where it is made, so that no
/// process holds them all. What lies there already under its name is left alone; the object that
/// names the newest set is written when all files are there: who reads it finds the whole set.
///
/// @param facts its files beside the bars, by name
record TrainingSet(TrainingSnapshot snapshot, SortedMap<String, byte[]> facts) {
    /// The set of some parts, at least one, each of another symbol.
    static TrainingSet of(List<TrainingPart.Summary> parts) {
        SortedMap<Symbol, SeriesFacts> known = new TreeMap<>();
        parts.forEach(part -> known.put(Symbol.of(part.symbol()), part.facts()));
        SortedMap<String, byte[]> facts = new TreeMap<>();
        facts.put(TrainingSetHash.FACTS + FactsCsv.SPLITS, FactsCsv.splits(known));
        facts.put(TrainingSetHash.FACTS + FactsCsv.CONDITIONS, FactsCsv.conditions(known));
        // Two files of one name are an error in the history of symbols: not to be got over.
        Map<String, String> sha256ByName =
                parts.stream()
                        .collect(
                                Collectors.toMap(
                                        TrainingPart.Summary::name, TrainingPart.Summary::sha256));
        facts.forEach((name, content) -> sha256ByName.put(name, Sha256.hex(content)));
        return new TrainingSet(
                new TrainingSnapshot(
                        TrainingSetHash.of(sha256ByName),
                        newest(parts, TrainingPart.Summary::lastDay),
                        newest(parts, TrainingPart.Summary::knownAt),
                        parts.size()),
                facts);
    }

    /// Writes what is not there yet.
    ///
    /// @return how many objects were written
    long write(JavaRDD<TrainingPart> parts, LakeStore store) {
        Map<String, Long> there =
                store.list(prefix()).stream()
                        .collect(Collectors.toMap(LakeStore.Entry::key, LakeStore.Entry::bytes));
        String prefix = prefix();
        long written =
                parts.filter(part -> put(store, there, prefix + part.summary().name(), part.bars()))
                        .count();
        for (Map.Entry<String, byte[]> file : facts.entrySet()) {
            written += put(store, there, prefix + file.getKey(), file.getValue()) ? 1 : 0;
        }
        written +=
                store.put(TrainingSnapshot.LATEST_KEY, TrainingSnapshotJson.write(snapshot))
                        ? 1
                        : 0;
        return written;
    }

    private String prefix() {
        return TrainingSnapshot.SETS_PREFIX + snapshot.id() + "/";
    }

    /// The name tells the content: an object of another size was cut off while it was written.
    private static boolean put(
            LakeStore store, Map<String, Long> there, String key, byte[] content) {
        Long size = there.get(key);
        return (size == null || size != content.length) && store.put(key, content);
    }

    private static <T extends Comparable<? super T>> T newest(
            List<TrainingPart.Summary> parts, Function<TrainingPart.Summary, T> what) {
        return parts.stream().map(what).max(Comparator.naturalOrder()).orElseThrow();
    }
}
