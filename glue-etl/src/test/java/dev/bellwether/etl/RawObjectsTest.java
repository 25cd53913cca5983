package dev.bellwether.etl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of raw objects that are no plain answers.
final class RawObjectsTest {
    private static final LocalDate RUN_DAY = LocalDate.of(2026, 11, 20);
    private static SparkSession spark;

    @TempDir Path lake;

    @BeforeAll
    static void startSession() {
        spark = LocalSpark.start();
    }

    @AfterAll
    static void stopSession() {
        spark.stop();
    }

    @Test
    void aRejectedRowOfAnImportIsInQuarantineWithItsLineReasonAndObject() throws IOException {
        new RawZoneFixture(lake)
                .imported(
                        "AAPL",
                        "daily_AAPL.csv",
                        """
                        timestamp,open,high,low,close,volume
                        2026-11-20,50.0,51.0,49.0,50.5,2000000
                        2026-11-19,50.0,49.0,51.0,50.5,1000000
                        """);

        run();
        run();

        assertThat(strings("daily_bars", "symbol")).containsExactly("AAPL");
        assertThat(quarantine())
                .singleElement()
                .satisfies(record ->
                        assertThat(record)
                                .startsWith("quarantine/dt=2026-11-21/import-")
                                .contains("\"symbol\":\"AAPL\"")
                                .contains("\"reason\":\"impossible\"")
                                .contains("\"detail\":\"line 3: ")
                                .contains("\"raw_key\":\"raw/import/AAPL-012345678901.body\""));
    }

    @Test
    void eachRowOfAFileOfSeveralSymbolsIsOfItsOwn() throws IOException {
        new RawZoneFixture(lake)
                .imported(
                        "MULTI",
                        "stream",
                        """
                        {"high": 141.5, "low": 141.1, "ts": "2026-11-20 09:30:00-05:00", "name": "IBM"}
                        {"high": 241.5, "low": 241.1, "ts": "2026-11-20 09:30:00-05:00", "name": "AAPL"}
                        {"high": 141.5, "low": 142.1, "ts": "2026-11-20 09:35:00-05:00", "name": "IBM"}
                        """);

        run();

        assertThat(strings("bars", "symbol")).containsExactly("AAPL", "IBM");
        assertThat(strings("data_condition", "symbol")).containsExactly("AAPL", "IBM");
        assertThat(quarantine())
                .singleElement()
                .satisfies(record ->
                        assertThat(record)
                                .contains("line 3: ")
                                .doesNotContain("\"symbol\":\"MULTI\""));
    }

    @Test
    void anImportIsReadUnderTheNameThatTellsItsInterval() throws IOException {
        new RawZoneFixture(lake)
                .imported(
                        "IBM",
                        "intraday_5min_IBM.csv",
                        """
                        timestamp,open,high,low,close,volume
                        2026-11-20 09:30:00,50.0,51.0,49.0,50.5,2000
                        """);

        run();

        assertThat(strings("bars", "interval")).containsExactly("5m");
        assertThat(strings("data_condition", "interval")).containsExactly("5m");
    }

    @Test
    void aSymbolThatOnlyEverFailedMissesItsSessionsAndCostsNoOtherAnything() throws IOException {
        RawZoneFixture raw = new RawZoneFixture(lake);
        raw.daily("AAPL", RUN_DAY, 3);
        raw.failure("GONE", RUN_DAY.minusDays(1));
        raw.failure("GONE", RUN_DAY);

        List<String> lines = run();

        assertThat(lines).noneMatch(line -> line.startsWith("left out: "));
        assertThat(strings("daily_bars", "symbol")).containsExactly("AAPL", "AAPL", "AAPL");
        assertThat(
                        rows("data_condition").stream()
                                .filter(row -> row.getString(0).equals("GONE"))
                                .map(row -> row.get(3) + " " + row.getString(4)))
                .containsExactly("2026-11-19 missing", "2026-11-20 pending");
    }

    @Test
    void splitsAreKeptThoughNoBarOfTheirSymbolIsKnown() throws IOException {
        new RawZoneFixture(lake)
                .imported(
                        "TSLA",
                        "splits.json",
                        "{\"symbol\":\"TSLA\",\"data\":[{\"effective_date\":\"2020-08-31\",\"split_factor\":\"5.0000\"}]}");

        List<String> lines = run();

        assertThat(lines).noneMatch(line -> line.startsWith("left out: "));
        assertThat(strings("corporate_actions", "symbol")).containsExactly("TSLA");
        assertThat(lake.resolve("curated/data_condition")).doesNotExist();
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

    private List<Row> rows(String table) {
        return spark.read()
                .parquet(lake.resolve("curated").resolve(table).toString())
                .collectAsList();
    }

    private List<String> strings(String table, String column) {
        return rows(table).stream().map(row -> row.<String>getAs(column)).toList();
    }

    private List<String> quarantine() throws IOException {
        List<String> records = new ArrayList<>();
        try (Stream<Path> files = Files.walk(lake.resolve("quarantine"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                records.add(lake.relativize(file) + " " + Files.readString(file));
            }
        }
        return records;
    }
}
