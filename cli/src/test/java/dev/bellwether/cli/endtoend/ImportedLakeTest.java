package dev.bellwether.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.cli.home.ExitStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files of providers, by `import` and the real Spark job, into tables that the local Athena is
/// asked about: the whole way, from nothing.
class ImportedLakeTest {
    @TempDir static Path folder;

    private static HandMadeFiles files;
    private static ImportedLake lake;
    private static Bellwether.Result imported;
    private static List<String> before;
    private static List<String> unseen;
    private static Bellwether.Result later;
    private static SortedMap<String, String> curated;

    @BeforeAll
    static void importFiles() throws IOException {
        files = new HandMadeFiles(folder);
        lake = new ImportedLake(folder.resolve("state"));
        imported =
                lake.take(
                        List.of(
                                files.daily(),
                                files.iex(),
                                files.alpaca(),
                                files.yahoo(),
                                files.intraday(),
                                files.stream()));
        before = lake.answer("first-look.sql");
        lake.put(
                "quarantine/dt=2024-05-02/import-1.json",
                "{\"source\":\"import\",\"symbol\":\"OLD\",\"reason\":\"unparsable\"}\n");
        unseen = lake.answer("rejected-rows.sql");
        later = lake.take(List.of(files.unconfigured()));
        lake.close();
        curated = lake.curated();
    }

    @AfterAll
    static void stop() {
        lake.close();
    }

    @Test
    void dailyBarsHaveOneRowADayOfTheProviderThatIsBelievedFirst() {
        assertThat(
                        lake.rows(
                                "SELECT trading_day, close, provider, basis FROM daily_bars WHERE symbol = 'AAPL' ORDER BY trading_day"))
                .containsExactly(
                        "2025-03-03|100.200000|alphavantage|raw",
                        "2025-03-04|100.300000|alphavantage|raw",
                        "2025-03-05|100.400000|alphavantage|raw",
                        "2025-03-06|10050.000000|alphavantage|raw",
                        "2025-03-07|100.600000|alphavantage|raw",
                        "2025-03-10|100.700000|alphavantage|raw",
                        "2025-03-11|100.800000|alphavantage|raw",
                        "2025-03-12|101.010000|alpaca|raw",
                        "2025-03-13|101.300000|alphavantage|raw",
                        "2025-03-14|101.500000|alphavantage|raw");
        assertThat(
                        lake.rows(
                                "SELECT provider, feed, basis, count(*) FROM daily_bars_all WHERE symbol = 'AAPL' GROUP BY provider, feed, basis ORDER BY provider, feed"))
                .containsExactly(
                        "alpaca|iex|raw|1",
                        "alpaca|sip|raw|2",
                        "alphavantage|daily|raw|9",
                        "yahoo|chart|split|1");
    }

    @Test
    void whatIsKnownTodayIsWhatDailyBarsSay() throws IOException {
        assertThat(lake.answer("as-of.sql"))
                .isEqualTo(
                        lake.rows(
                                "SELECT symbol, trading_day, open, high, low, close, volume, provider, quality, flags, version, known_at, known_at_assumed FROM daily_bars ORDER BY symbol, trading_day"))
                .hasSize(12);
    }

    @Test
    void aSymbolThatNobodyConfiguredIsInTheNextAnswer() throws IOException {
        assertThat(later.exitStatus()).isEqualTo(ExitStatus.OK);
        assertThat(before).noneMatch(row -> row.startsWith("ZZZY|"));
        assertThat(lake.answer("first-look.sql"))
                .anyMatch(row -> row.startsWith("ZZZY|2|2025-03-13|2025-03-14|7.200000|"))
                .containsAll(before);
    }

    @Test
    void hourlyHighsAreRightAcrossBothChangesOfTheClocks() throws IOException {
        List<RangeBar> bars = Stream.concat(files.spring.stream(), files.autumn.stream()).toList();

        assertThat(lake.answer("hourly-highs.sql"))
                .containsExactlyElementsOf(RangeBar.hourlyHighs(bars))
                .hasSize(6 * 7);
        assertThat(
                        lake.rows(
                                "SELECT symbol, trading_day, min(start), max(start) FROM bars WHERE symbol IN ('IBM', 'SNAP') GROUP BY symbol, trading_day ORDER BY trading_day"))
                .containsExactly(
                        "SNAP|2021-11-05|2021-11-05 13:30:00.000|2021-11-05 19:55:00.000",
                        "SNAP|2021-11-08|2021-11-08 14:30:00.000|2021-11-08 20:55:00.000",
                        "IBM|2025-03-07|2025-03-07 14:30:00.000|2025-03-07 20:55:00.000",
                        "IBM|2025-03-10|2025-03-10 13:30:00.000|2025-03-10 19:55:00.000");
    }

    @Test
    void linesOfADeliveryStreamHaveNoOpenCloseOrVolume() {
        assertThat(
                        lake.rows(
                                "SELECT symbol, count(*), count(high), count(low), count(open), count(close), count(volume) FROM bars WHERE feed = 'stream' GROUP BY symbol ORDER BY symbol"))
                .containsExactly("FB|156|156|156|0|0|0", "SNAP|156|156|156|0|0|0");
    }

    @Test
    void whatIsImpossibleIsExplainedAndWhatIsImprobableIsFlagged() throws IOException {
        assertThat(lake.answer("rejected-rows.sql"))
                .filteredOn(row -> row.contains("|AAPL|"))
                .extracting(row -> row.substring(row.indexOf('|') + 1))
                .satisfiesExactly(
                        row ->
                                assertThat(row)
                                        .startsWith(
                                                "import|AAPL|conflicting-duplicate|line 4: row 3 has other figures for 2025-03-13|"
                                                        + HandMadeFiles.SECOND
                                                        + "|raw/import/AAPL-"),
                        row ->
                                assertThat(row)
                                        .startsWith(
                                                "import|AAPL|impossible|line 5: high 99.00 is below low 102.00|"
                                                        + HandMadeFiles.IMPOSSIBLE
                                                        + "|raw/import/AAPL-"));
        assertThat(imported.exitStatus()).isEqualTo(ExitStatus.PARTIAL);
        assertThat(imported.progress())
                .anyMatch(line ->
                        line.endsWith(
                                "line 5 rejected (impossible): high 99.00 is below low 102.00: "
                                        + HandMadeFiles.IMPOSSIBLE))
                .anyMatch(line ->
                        line.endsWith(
                                "line 4 rejected (conflicting-duplicate): row 3 has other figures for 2025-03-13: "
                                        + HandMadeFiles.SECOND));
        assertThat(
                        lake.rows(
                                "SELECT trading_day, quality, flags FROM daily_bars WHERE symbol = 'AAPL' AND quality <> 'ok'"))
                .containsExactly("2025-03-06|suspect|jump|hundredfold");
        assertThat(lake.answer("data-condition.sql"))
                .anyMatch(row ->
                        row.startsWith("AAPL|1d|degraded|suspect bar: ")
                                && row.contains("hundredfold|1|2025-03-06|2025-03-06|"));
    }

    @Test
    void theTablesComeToShowDaysThatTheFirstImportDidNotKnow() throws IOException {
        assertThat(unseen).hasSize(2).noneMatch(row -> row.startsWith("2024-05-02|"));
        assertThat(lake.answer("rejected-rows.sql"))
                .hasSize(3)
                .last()
                .asString()
                .startsWith("2024-05-02|import|OLD|unparsable|");
    }

    @Test
    void rebuildingGivesTheSameBytes() throws IOException {
        lake.rebuild();

        assertThat(lake.curated()).isEqualTo(curated).hasSize(4 + 4);
    }

    @Test
    void theOrderOfImportsAndTheirRepetitionChangeNoByte() throws IOException {
        List<Path> shuffled =
                new ArrayList<>(
                        List.of(
                                files.stream(),
                                files.unconfigured(),
                                files.yahoo(),
                                files.daily(),
                                files.stream(),
                                files.intraday(),
                                files.alpaca(),
                                files.iex(),
                                files.daily()));
        try (ImportedLake other = new ImportedLake(folder.resolve("other"))) {
            Bellwether.Result first =
                    other.take(List.of(files.unconfigured(), files.daily()), "--no-tables");
            assertThat(first.exitStatus()).isEqualTo(ExitStatus.PARTIAL);

            other.take(shuffled);

            assertThat(other.curated()).isEqualTo(curated);
        }
    }
}
