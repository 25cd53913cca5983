package dev.bellwether.etl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LakeRunTest {
    private static final LocalDate RUN_DAY = LocalDate.of(2026, 11, 20);
    private static SparkSession spark;

    @TempDir Path lake;

    @BeforeAll
    static void startSession() {
        spark =
                LakeSession.builder()
                        .master("local[2]")
                        .config("spark.ui.enabled", "false")
                        .config("spark.driver.bindAddress", "127.0.0.1")
                        .config("spark.driver.host", "127.0.0.1")
                        .getOrCreate();
    }

    @AfterAll
    static void stopSession() {
        spark.stop();
    }

    @Test
    void aRawZoneBecomesSortedTables() throws Exception {
        RawZoneFixture raw = new RawZoneFixture(lake);
        raw.daily("MSFT", RUN_DAY, 300);
        raw.daily("AAPL", RUN_DAY, 200);

        run();

        List<Row> rows =
                spark.read().parquet(lake.resolve("curated/daily_bars").toString()).collectAsList();
        assertThat(rows).hasSize(500);
        assertThat(rows.get(0).getString(0)).isEqualTo("AAPL");
    }

    @Test
    void rebuildingGivesTheSameBytes() throws Exception {
        RawZoneFixture raw = new RawZoneFixture(lake);
        for (String symbol : List.of("MSFT", "AAPL", "NVDA")) {
            raw.daily(symbol, RUN_DAY, 300);
        }
        run();
        Map<String, String> first = curated();
        List<String> lines = run();
        assertThat(curated()).isEqualTo(first).isNotEmpty();
        assertThat(lines)
                .allMatch(
                        line -> !line.startsWith("table") || line.contains("changed 0 removed 0"));
    }

    @Test
    void shuffledAndDuplicatedObjectsGiveTheSameBytes() throws Exception {
        RawZoneFixture raw = new RawZoneFixture(lake);
        raw.daily("AAPL", RUN_DAY.minusDays(1), 250);
        raw.daily("AAPL", RUN_DAY, 300);
        raw.daily("MSFT", RUN_DAY, 300);
        List<String> keys;
        try (Stream<Path> files = Files.walk(lake.resolve("raw"))) {
            keys =
                    files.map(file -> lake.relativize(file).toString().replace('\\', '/'))
                            .filter(key -> key.endsWith(".json"))
                            .sorted()
                            .toList();
        }
        run();
        Map<String, String> first = curated();
        List<String> shuffled = new ArrayList<>(keys);
        Collections.reverse(shuffled);
        shuffled.addAll(keys);

        new LakeRun(spark, settings(), new ProviderFiles(), line -> {}).run(shuffled);

        assertThat(curated()).isEqualTo(first);
    }

    @Test
    void aBadObjectKeepsNoOtherOutOfTheLake() throws Exception {
        RawZoneFixture raw = new RawZoneFixture(lake);
        raw.daily("AAPL", RUN_DAY, 100);
        run();
        Map<String, String> without = curated();
        raw.object("raw/alphavantage/dt=%s/BAD-x".formatted(RUN_DAY), "BAD", RUN_DAY, "\0\1");
        Files.writeString(
                lake.resolve("raw/alphavantage/dt=%s/WORSE-x.json".formatted(RUN_DAY)), "{");

        List<String> lines = run();

        assertThat(curated()).isEqualTo(without);
        assertThat(lines).filteredOn(line -> line.startsWith("left out: ")).hasSize(2);
    }

    @Test
    void barsOfADayLieInTheDaysFolderAndOnlyAChangedDayIsWrittenAgain() throws Exception {
        RawZoneFixture raw = new RawZoneFixture(lake);
        raw.intraday("IBM", LocalDate.of(2026, 11, 19), "2026-11-19", "140.1");
        run();
        raw.intraday("IBM", RUN_DAY, "2026-11-20", "141.1");
        run();
        Map<String, String> before = curated();
        raw.intraday("AAPL", RUN_DAY, "2026-11-20", "241.1");

        List<String> lines = run();

        assertThat(before).containsKey("curated/bars/dt=2026-11-19/part-00000.zstd.parquet");
        assertThat(lines)
                .anyMatch(line -> line.matches("table bars rows 9 files 2 .* changed 1 removed 0"));
        assertThat(curated().get("curated/bars/dt=2026-11-19/part-00000.zstd.parquet"))
                .isEqualTo(before.get("curated/bars/dt=2026-11-19/part-00000.zstd.parquet"));
    }

    private EtlSettings settings() {
        return EtlSettings.parse("--lake", lake.toUri().toString(), "--JOB_NAME", "any");
    }

    private List<String> run() {
        List<String> lines = new ArrayList<>();
        new LakeRun(
                        spark,
                        EtlSettings.parse("--lake", lake.toUri().toString()),
                        new ProviderFiles(),
                        lines::add)
                .run();
        return lines;
    }

    private Map<String, String> curated() throws Exception {
        Map<String, String> digests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(lake.resolve("curated"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                digests.put(
                        lake.relativize(file).toString(),
                        HexFormat.of()
                                .formatHex(
                                        MessageDigest.getInstance("SHA-256")
                                                .digest(Files.readAllBytes(file))));
            }
        }
        return digests;
    }
}
