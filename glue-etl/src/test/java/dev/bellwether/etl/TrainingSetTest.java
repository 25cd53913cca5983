package dev.bellwether.etl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.market.DataCondition;
import dev.bellwether.market.SeriesFacts;
import dev.bellwether.market.Sha256;
import dev.bellwether.market.Split;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.lake.TrainingSetHash;
import dev.bellwether.market.lake.TrainingSnapshot;
import dev.bellwether.market.wire.DailyBarsCsv;
import dev.bellwether.market.wire.FactsCsv;
import dev.bellwether.market.wire.TrainingSnapshotJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrainingSetTest {
    private static final LocalDate RUN_DAY = LocalDate.of(2026, 11, 20);
    private static final String RAW = "raw/alphavantage/dt=%s/".formatted(RUN_DAY);
    private static SparkSession spark;

    @TempDir Path lake;
    @TempDir Path other;

    @BeforeAll
    static void startSession() {
        spark = LocalSpark.start();
    }

    @AfterAll
    static void stopSession() {
        spark.stop();
    }

    @Test
    void itHasTheTablesBarsAFileAnInstrumentAndItsHashIsThatOfItsFiles() throws Exception {
        fill(lake);

        run(lake, descriptions(lake));

        TrainingSnapshot snapshot = latest();
        SortedMap<String, byte[]> files = tree(lake, setFolder(snapshot));
        assertThat(files.keySet())
                .containsExactly(
                        "bars/AAPL.csv",
                        "bars/HALF.csv",
                        "bars/META.csv",
                        "facts/conditions.csv",
                        "facts/splits.csv");
        Map<String, String> hashes = new TreeMap<>();
        files.forEach((name, content) -> hashes.put(name, Sha256.hex(content)));
        assertThat(snapshot)
                .isEqualTo(
                        new TrainingSnapshot(
                                TrainingSetHash.of(hashes),
                                RUN_DAY,
                                Instant.parse("2026-11-21T05:00:03Z"),
                                3));
        assertThat(barsOf(files)).isEqualTo(barsOfTable()).hasSize(205);
    }

    @Test
    void splitsAndDaysThatAreNotAvailableAreItsFacts() throws Exception {
        fill(lake);

        run(lake, descriptions(lake));

        SortedMap<String, byte[]> files = tree(lake, setFolder(latest()));
        SortedMap<Symbol, SeriesFacts> facts =
                FactsCsv.read(
                        files.getOrDefault("facts/splits.csv", new byte[0]),
                        files.getOrDefault("facts/conditions.csv", new byte[0]));
        LocalDate effective = LocalDate.of(2026, 8, 31);
        Symbol aapl = Symbol.of("AAPL");
        assertThat(facts.get(aapl))
                .extracting(SeriesFacts::splits)
                .isEqualTo(
                        List.of(
                                new Split(
                                        aapl,
                                        effective,
                                        Instant.parse("2026-08-31T04:00:00Z"),
                                        4,
                                        1)));
        assertThat(facts.get(Symbol.of("HALF")))
                .isEqualTo(new SeriesFacts(List.of(), Map.of(RUN_DAY, DataCondition.DEGRADED)));
        // FB's day, which no provider has a bar of, is META's; NONE has no bar, and so no facts.
        assertThat(facts.get(Symbol.of("META")).condition(LocalDate.of(2022, 6, 8)))
                .isEqualTo(DataCondition.MISSING);
        assertThat(facts.keySet()).doesNotContain(Symbol.of("FB"), Symbol.of("NONE"));
    }

    @Test
    void shuffledAndDuplicatedObjectsGiveTheSameBytes() throws Exception {
        fill(lake);
        fill(other);
        List<String> shuffled = new ArrayList<>(descriptions(other));
        Collections.reverse(shuffled);
        shuffled.addAll(descriptions(other));

        run(lake, descriptions(lake));
        run(other, shuffled);

        SortedMap<String, byte[]> expected = tree(lake, "training");
        SortedMap<String, byte[]> actual = tree(other, "training");
        assertThat(actual.keySet()).isEqualTo(expected.keySet()).hasSize(6);
        actual.forEach(
                (name, content) -> assertThat(content).as(name).isEqualTo(expected.get(name)));
    }

    @Test
    void whatIsThereStaysAndWhatIsMissingOrCutOffIsWrittenAgain() throws Exception {
        fill(lake);
        assertThat(setLine(run(lake, descriptions(lake)))).endsWith(" objects written 6");
        SortedMap<String, byte[]> first = tree(lake, "training");

        assertThat(setLine(run(lake, descriptions(lake)))).endsWith(" objects written 0");

        Path set = lake.resolve(setFolder(latest()));
        Files.delete(set.resolve("bars/META.csv"));
        Files.writeString(set.resolve("bars/AAPL.csv"), DailyBarsCsv.HEADER + "\n");
        Files.writeString(set.resolve("facts/splits.csv"), "");
        assertThat(setLine(run(lake, descriptions(lake)))).endsWith(" objects written 3");
        SortedMap<String, byte[]> again = tree(lake, "training");
        assertThat(again.keySet()).isEqualTo(first.keySet());
        again.forEach((name, content) -> assertThat(content).as(name).isEqualTo(first.get(name)));
    }

    @Test
    void anotherBarMakesAnotherSetAndTheOldOneStays() throws Exception {
        fill(lake);
        run(lake, descriptions(lake));
        TrainingSnapshot before = latest();
        SortedMap<String, byte[]> old = tree(lake, setFolder(before));
        LocalDate next = LocalDate.of(2026, 11, 23);
        new RawZoneFixture(lake)
                .object(
                        "raw/alphavantage/dt=%s/HALF-daily".formatted(next),
                        "HALF",
                        next,
                        "timestamp,open,high,low,close,volume\n2026-11-23,50.0,51.0,49.0,50.5,2000000\n");

        run(lake, descriptions(lake));

        assertThat(latest().lastDay()).isEqualTo(next);
        assertThat(latest().knownAt()).isEqualTo("2026-11-24T05:00:03Z");
        assertThat(latest().id()).isNotEqualTo(before.id());
        assertThat(tree(lake, setFolder(before)).keySet()).isEqualTo(old.keySet());
    }

    @Test
    void withoutABarThereIsNone() throws Exception {
        new RawZoneFixture(lake).failure("NONE", RUN_DAY);

        assertThat(setLine(run(lake, descriptions(lake))))
                .isEqualTo("training set none: there is no bar of a session");

        assertThat(lake.resolve("training")).doesNotExist();
    }

    @Test
    void aRunOfOtherTablesMakesNone() throws Exception {
        fill(lake);

        assertThat(run(lake, descriptions(lake), "--tables", "daily_bars,data_condition"))
                .noneMatch(line -> line.startsWith("training set"));

        assertThat(lake.resolve("curated/daily_bars")).isNotEmptyDirectory();
        assertThat(lake.resolve("training")).doesNotExist();
    }

    /// A series with a split, one with a jump that nothing explains, one that was renamed, and one
    /// that was asked for in vain.
    private static void fill(Path lake) throws IOException {
        RawZoneFixture raw = new RawZoneFixture(lake);
        raw.daily("AAPL", RUN_DAY, 200);
        raw.object(
                RAW + "AAPL-splits",
                "AAPL",
                RUN_DAY,
                "{\"symbol\":\"AAPL\",\"data\":[{\"effective_date\":\"2026-08-31\",\"split_factor\":\"4.0000\"}]}");
        raw.object(
                RAW + "HALF-daily",
                "HALF",
                RUN_DAY,
                """
                timestamp,open,high,low,close,volume
                2026-11-20,50.0,51.0,49.0,50.5,2000000
                2026-11-19,100.0,101.0,99.0,100.5,1000000
                """);
        raw.object(
                RAW + "META-daily",
                "META",
                RUN_DAY,
                """
                timestamp,open,high,low,close,volume
                2022-06-09,190.0,191.0,189.0,190.5,2000000
                2022-06-07,191.0,192.0,190.0,191.5,1000000
                2022-06-06,191.0,192.0,190.0,191.5,1000000
                """);
        raw.failure("NONE", RUN_DAY);
    }

    private static List<String> run(Path lake, List<String> descriptions, String... arguments) {
        List<String> all = new ArrayList<>(List.of("--lake", lake.toUri().toString()));
        Collections.addAll(all, arguments);
        List<String> lines = new ArrayList<>();
        new LakeRun(
                        spark,
                        EtlSettings.parse(all.toArray(String[]::new)),
                        new ProviderFiles(),
                        lines::add)
                .run(descriptions);
        return lines;
    }

    private static String setLine(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("training set"))
                .findFirst()
                .orElse("");
    }

    private static List<String> descriptions(Path lake) throws IOException {
        return tree(lake, "raw").keySet().stream()
                .filter(name -> name.endsWith(".json"))
                .map(name -> "raw/" + name)
                .toList();
    }

    private TrainingSnapshot latest() throws IOException {
        return TrainingSnapshotJson.read(
                Files.readAllBytes(lake.resolve(TrainingSnapshot.LATEST_KEY)));
    }

    private static String setFolder(TrainingSnapshot snapshot) {
        return TrainingSnapshot.SETS_PREFIX + snapshot.id();
    }

    private static List<String> barsOf(SortedMap<String, byte[]> files) {
        List<String> bars = new ArrayList<>();
        files.forEach((name, content) -> {
            if (name.startsWith("bars/")) {
                DailyBarsCsv.read(content)
                        .values()
                        .forEach(bar -> {
                            assertThat(name).isEqualTo("bars/%s.csv".formatted(bar.symbol()));
                            bars.add(
                                    "%s %s %s %s %s %s %d"
                                            .formatted(
                                                    bar.symbol(),
                                                    bar.tradingDay(),
                                                    bar.open().setScale(6),
                                                    bar.high().setScale(6),
                                                    bar.low().setScale(6),
                                                    bar.close().setScale(6),
                                                    bar.volume()));
                        });
            }
        });
        return bars;
    }

    private List<String> barsOfTable() {
        List<String> bars = new ArrayList<>();
        for (Row row :
                spark.read()
                        .parquet(lake.resolve("curated/daily_bars").toString())
                        .sort("instrument_id", "trading_day")
                        .collectAsList()) {
            bars.add(
                    "%s %s %s %s %s %s %d"
                            .formatted(
                                    row.<String>getAs("instrument_id"),
                                    row.<LocalDate>getAs("trading_day"),
                                    row.getAs("open"),
                                    row.getAs("high"),
                                    row.getAs("low"),
                                    row.getAs("close"),
                                    row.<Long>getAs("volume")));
        }
        return bars;
    }

    /// The files below a folder of the lake by their names there.
    private static SortedMap<String, byte[]> tree(Path lake, String folder) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        Path root = lake.resolve(folder);
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(
                        root.relativize(file).toString().replace('\\', '/'),
                        Files.readAllBytes(file));
            }
        }
        return files;
    }
}
