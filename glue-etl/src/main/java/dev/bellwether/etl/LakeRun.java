package dev.bellwether.etl;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.CollectionAccumulator;
import org.apache.spark.util.SerializableConfiguration;
import scala.Tuple2;

/// One run: raw objects are read side by side, what they say is brought together by instrument or
/// by a symbol's day, curated there, and written sorted by symbol; at the end the training set that
/// follows from the tables.
final class LakeRun {
    /// Raw bytes that one task curates: about 20 symbols with all their days.
    private static final long RAW_BYTES_PER_TASK = 8 << 20;

    private static final int MOST_TASKS = 2000;
    private static final int OBJECTS_PER_TASK = 16;

    private final SparkSession spark;
    private final JavaSparkContext context;
    private final EtlSettings settings;
    private final RawLogic logic;
    private final LakeStore store;
    private final Consumer<String> progress;

    /// @param progress told in one line each what was done
    LakeRun(SparkSession spark, EtlSettings settings, RawLogic logic, Consumer<String> progress) {
        this.spark = spark;
        this.context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        this.settings = settings;
        this.logic = logic;
        this.store =
                new LakeStore(
                        settings.lake(),
                        new SerializableConfiguration(context.hadoopConfiguration()));
        this.progress = progress;
    }

    List<Published> run() {
        return run(
                store.list("raw/").stream()
                        .map(LakeStore.Entry::key)
                        .filter(key -> key.endsWith(".json"))
                        .toList());
    }

    /// Makes the tables out of the objects with these descriptions, in any order and however often
    /// each is named.
    List<Published> run(List<String> descriptions) {
        long bytes = store.list("raw/").stream().mapToLong(LakeStore.Entry::bytes).sum();
        CollectionAccumulator<String> troubles =
                spark.sparkContext().collectionAccumulator("troubles");
        JavaRDD<CuratedGroup> groups =
                parts(descriptions, troubles)
                        .groupByKey(tasks(bytes))
                        .map(new Curation(settings.tables(), settings.makesTrainingSet(), troubles))
                        .persist(StorageLevel.MEMORY_AND_DISK());
        JavaPairRDD<String, Chunk> chunks =
                groups.flatMapToPair(group -> group.chunks().iterator());
        try {
            Map<CuratedTable, SortedMap<String, Long>> rows = count(chunks);
            troubles.value().stream()
                    .sorted()
                    .distinct()
                    .forEach(trouble -> progress.accept("left out: " + trouble));
            progress.accept("curated");
            List<Published> published = publish(chunks, rows);
            if (settings.makesTrainingSet()) {
                writeTrainingSet(groups.flatMap(group -> group.training().iterator()));
            }
            return published;
        } finally {
            groups.unpersist();
        }
    }

    private void writeTrainingSet(JavaRDD<TrainingPart> parts) {
        List<TrainingPart.Summary> summaries = parts.map(TrainingPart::summary).collect();
        if (summaries.isEmpty()) {
            progress.accept("training set none: there is no bar of a session");
            return;
        }
        TrainingSet set = TrainingSet.of(summaries);
        long written = set.write(parts, store);
        progress.accept(
                "training set %s symbols %d last day %s known at %s objects written %d"
                        .formatted(
                                set.snapshot().id(),
                                set.snapshot().symbols(),
                                set.snapshot().lastDay(),
                                set.snapshot().knownAt(),
                                written));
    }

    private JavaPairRDD<String, byte[]> parts(
            List<String> descriptions, CollectionAccumulator<String> troubles) {
        progress.accept("raw objects %d".formatted(descriptions.size()));
        int slices =
                Math.max(
                        context.defaultParallelism(),
                        Math.min(MOST_TASKS, descriptions.size() / OBJECTS_PER_TASK));
        return context.parallelize(descriptions, slices)
                .flatMapToPair(new RawReader(store, logic, troubles));
    }

    private int tasks(long bytes) {
        return Math.toIntExact(
                Math.min(
                        MOST_TASKS,
                        Math.max(context.defaultParallelism(), bytes / RAW_BYTES_PER_TASK)));
    }

    private static Map<CuratedTable, SortedMap<String, Long>> count(
            JavaPairRDD<String, Chunk> chunks) {
        Map<CuratedTable, SortedMap<String, Long>> rows = new EnumMap<>(CuratedTable.class);
        for (Tuple2<Tuple2<String, String>, Long> counted :
                chunks.mapToPair(LakeRun::counted).reduceByKey(Long::sum).collect()) {
            rows.computeIfAbsent(CuratedTable.valueOf(counted._1._1), table -> new TreeMap<>())
                    .put(counted._1._2, counted._2);
        }
        return rows;
    }

    /// By the table's name: a constant of an enum hashes differently in each JVM.
    private static Tuple2<Tuple2<String, String>, Long> counted(Tuple2<String, Chunk> chunk) {
        ChunkKey key = ChunkKey.parse(chunk._1);
        return new Tuple2<>(new Tuple2<>(key.table().name(), key.symbol()), (long) chunk._2.rows());
    }

    private List<Published> publish(
            JavaPairRDD<String, Chunk> chunks, Map<CuratedTable, SortedMap<String, Long>> rows) {
        FilePlan plan = FilePlan.of(rows, settings.rowsPerFile());
        TableWriter writer =
                new TableWriter(
                        spark,
                        settings,
                        store,
                        plan,
                        rows.isEmpty() ? chunks : chunks.repartitionAndSortWithinPartitions(plan));
        Publication publication = new Publication(store);
        publication.clear();
        // A table of one file is written by one task: side by side, they use the machine.
        ExecutorService threads = Executors.newFixedThreadPool(context.defaultParallelism());
        try {
            List<Future<Published>> tables = new ArrayList<>();
            for (CuratedTable table : settings.tables()) {
                tables.add(
                        threads.submit(() -> {
                            SortedMap<String, Long> counts = rows.get(table);
                            long count = 0;
                            if (counts != null) {
                                writer.write(table);
                                count = counts.values().stream().mapToLong(Long::longValue).sum();
                            }
                            Published published = publication.publish(table, count);
                            progress.accept(published.line());
                            return published;
                        }));
            }
            return ended(tables);
        } finally {
            threads.shutdownNow();
            publication.clear();
        }
    }

    private static List<Published> ended(List<Future<Published>> tables) {
        List<Published> published = new ArrayList<>();
        try {
            for (Future<Published> table : tables) {
                published.add(table.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("A table was not written: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while tables were written", e);
        }
        return published;
    }
}
