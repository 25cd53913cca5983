package dev.bellwether.engine.athena;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.engine.athena.CuratedRows.Day;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The questions over the curated tables, their files unchanged, against [Computed]; and how many
/// bytes they read.
class CuratedQueriesTest {
    private static final CuratedRows ROWS = new CuratedRows();

    @TempDir private static Path scratch;
    private static TestLake lake;

    @BeforeAll
    static void start() throws IOException {
        lake = TestLake.open(scratch, ROWS.tables());
        predictions(
                "2025-09-12",
                "SPLT,2025-09-12,2025-09-15,1,lasso,v1,400,404,396,412,yes,400,2025-09-13T04:10:00Z",
                "NONE,2025-09-12,2025-09-15,1,lasso,v1,10,11,9,12,yes,10,2025-09-13T04:10:00Z");
        Path earlier = lake.object("alerts/dt=2025-10-28/1123456789abcdef0123456789abcdef.json");
        Files.createDirectories(earlier.getParent());
        Files.writeString(earlier, "{\"symbol\":\"AAPL\",\"bar_day\":\"2025-10-28\"}\n");
        for (String day : List.of("2025-10-28", "2025-10-29")) {
            reject(
                    day,
                    "ingest-alphavantage-1",
                    "\"source\":\"ingest-alphavantage\",\"symbol\":\"AAPL\",\"reason\":\"unparsable\",\"detail\":\"'x' is no price\",\"record\":\"2025-10-29,x,1,1,1,1\",\"raw_key\":\"\"");
        }
        reject(
                "2025-10-29",
                "import-2",
                "\"source\":\"import\",\"symbol\":\"IBM\",\"reason\":\"impossible\",\"detail\":\"line 3: high 9 is below low 11\",\"record\":\"2024-01-04,10,9,11,10,100\",\"raw_key\":\"raw/import/IBM-c0eec096823e.body\"");
    }

    private static void predictions(String day, String... rows) throws IOException {
        Path file = lake.object("predictions/dt=%s/predictions.csv".formatted(day));
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                "symbol,as_of,target_date,horizon_sessions,model,model_version,last_close,predicted_close,lower_80,upper_80,"
                        + "skill,naive_close,created_at\n"
                        + String.join("\n", rows)
                        + "\n");
    }

    @AfterAll
    static void stop() throws IOException {
        lake.close();
    }

    private static void reject(String day, String name, String fields) throws IOException {
        Path object = lake.object("quarantine/dt=%s/%s.json".formatted(day, name));
        Files.createDirectories(object.getParent());
        Files.writeString(object, "{%s}\n".formatted(fields));
    }

    private static String with(String name, String declared, String instead) throws IOException {
        String query = QueryFiles.read(name);
        assertThat(query).contains(declared);
        return query.replace(declared, instead);
    }

    @Test
    void firstLookHasARowASymbolAlsoOfOneThatNobodyConfigured() throws IOException {
        List<String> rows = lake.rows(QueryFiles.read("first-look.sql"));

        assertThat(rows).containsExactlyElementsOf(Computed.firstLook(ROWS.days));
        assertThat(rows.getLast()).startsWith("ZZZZ|");
    }

    @Test
    void aSymbolThatIsImportedIsInTheNextAnswer() throws IOException {
        Path object = lake.object("curated/bars/dt=1999-11-02/imported.parquet");
        Files.createDirectories(object.getParent());
        assertThat(lake.rows("SELECT * FROM bars WHERE dt = '1999-11-02'")).isEmpty();
        try (Stream<Path> files = Files.list(lake.object("curated/bars/dt=1999-11-01"))) {
            Path file =
                    files.filter(path -> !path.getFileName().toString().startsWith("."))
                            .findFirst()
                            .orElseThrow();
            Files.copy(file, object);
        }
        try {
            assertThat(lake.rows("SELECT DISTINCT symbol FROM bars WHERE dt = '1999-11-02'"))
                    .containsExactlyInAnyOrder("AAPL", "FB", "IBM");
        } finally {
            Files.delete(object);
        }
    }

    @Test
    void gapsAreInTheNewestSharesAcrossARenamingAndWithoutSuspectBars() throws IOException {
        List<String> expected =
                Computed.gaps(
                        ROWS.days,
                        Map.of(
                                "SPLT" + CuratedRows.SPLIT_DAY,
                                "explained",
                                "ZZZZ2025-09-16",
                                "open"));

        assertThat(lake.rows(QueryFiles.read("top-gap-days.sql")))
                .containsExactlyElementsOf(expected.subList(0, 50));
        assertThat(lake.rows(with("top-gap-days.sql", "50 AS at_most", "999 AS at_most")))
                .containsExactlyElementsOf(expected)
                .anyMatch(row -> row.startsWith("META|" + CuratedRows.RENAMED_ON))
                .anyMatch(row -> row.endsWith("|explained") || row.endsWith("|open"));
    }

    @Test
    void aPredictionAcrossASplitIsScoredInTheSharesOfItsDay() throws IOException {
        Day actual = day("SPLT", CuratedRows.SPLIT_DAY);
        BigDecimal error = distance(actual, new BigDecimal("101"));
        BigDecimal naiveError = distance(actual, new BigDecimal("100"));

        assertThat(actual.suspect()).isFalse();
        assertThat(trackRecord("2025-09-12"))
                .containsExactly(
                        "NONE|lasso|1|0|null|null|0|0|0",
                        "SPLT|lasso|1|1|%s|%s|%d|%d|1"
                                .formatted(
                                        error,
                                        naiveError,
                                        error.compareTo(naiveError) < 0 ? 1 : 0,
                                        actual.close().compareTo(new BigDecimal("99")) >= 0
                                                        && actual.close()
                                                                        .compareTo(
                                                                                new BigDecimal(
                                                                                        "103"))
                                                                <= 0
                                                ? 1
                                                : 0));
    }

    @Test
    void aPredictionThatWasPublishedWhenItsDayHadPassedIsNotScored() throws IOException {
        predictions(
                "2025-09-15",
                "SPLT,2025-09-12,2025-09-15,1,naive,v1,400,400,,,none,400,2025-09-16T04:10:00Z");

        assertThat(trackRecord("2025-09-15")).containsExactly("SPLT|naive|1|0|null|null|0|0|0");
    }

    private static List<String> trackRecord(String day) throws IOException {
        return lake.rows(
                with(
                        "prediction-track-record.sql",
                        "'1900-01-01' AS from_dt,\n           '2999-12-31' AS to_dt",
                        "'%s' AS from_dt, '%1$s' AS to_dt".formatted(day)));
    }

    private static BigDecimal distance(Day actual, BigDecimal forecast) {
        return actual.close().subtract(forecast).abs().setScale(4, RoundingMode.HALF_UP);
    }

    private static Day day(String symbol, LocalDate day) {
        return ROWS.days.stream()
                .filter(row -> row.symbol().equals(symbol) && row.day().equals(day))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void hourlyHighsAreOneRowAnHourOfNewYorkOfOneSeriesAndTheEarliestOfTies() throws IOException {
        List<String> rows = lake.rows(QueryFiles.read("hourly-highs.sql"));

        assertThat(rows)
                .containsExactlyInAnyOrderElementsOf(Computed.hourlyHighs(ROWS.bars))
                .anyMatch(row -> row.startsWith("FB|2025-03-07|9|"))
                .anyMatch(row -> row.startsWith("FB|2025-03-10|9|"))
                .noneMatch(row -> row.startsWith("FB") && row.contains("|16|"));
        assertThat(rows).extracting(row -> row.replaceFirst("\\|(\\d)\\|", "|0$1|")).isSorted();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-08-05T12:00:00Z",
                "2025-09-12T03:59:59Z",
                "2025-09-13T04:00:00Z",
                "2025-09-14T02:00:00Z",
                "2999-12-31T00:00:00Z"
            })
    void whatWasKnownIsTheNewestVersionThenOfTheHighestRankedProvider(String asOf)
            throws IOException {
        Instant instant = Instant.parse(asOf);

        assertThat(
                        lake.rows(
                                with(
                                        "as-of.sql",
                                        "TIMESTAMP '2999-12-31 00:00:00'",
                                        "TIMESTAMP '%s'"
                                                .formatted(CuratedRows.timestamp(instant)))))
                .containsExactlyElementsOf(Computed.knownAt(ROWS.history, instant));
    }

    @ParameterizedTest
    @CsvSource({"2999-12-31, 0", "2999-12-31, 1", "2025-09-12, 0", "2025-08-08, 1"})
    void adjustedAsOfADayItsOwnPricesStayAsTraded(LocalDate asOf, int dividends)
            throws IOException {
        List<String> expected = new ArrayList<>();
        for (Day row : ROWS.days) {
            if (row.day().isAfter(asOf)) {
                continue;
            }
            Day last =
                    ROWS.days.stream()
                            .filter(other ->
                                    other.instrument().equals(row.instrument())
                                            && !other.day().isAfter(asOf))
                            .max(Comparator.comparing(Day::day))
                            .orElseThrow();
            BigDecimal shares = row.splitFactor().divide(last.splitFactor());
            double factor = dividends == 1 ? row.dividendFactor() / last.dividendFactor() : 1;
            expected.add(
                    "%s|%s|%.4f|%s"
                            .formatted(
                                    row.symbol(),
                                    row.day(),
                                    row.close().multiply(shares).doubleValue() * factor,
                                    row.volume() == null
                                            ? "null"
                                            : BigDecimal.valueOf(row.volume())
                                                    .divide(shares, 0, RoundingMode.HALF_UP)));
        }
        String query =
                with(
                                "adjusted-bars.sql",
                                "DATE '2999-12-31' AS as_of_day",
                                "DATE '%s' AS as_of_day".formatted(asOf))
                        .replace("1 AS dividends", dividends + " AS dividends");

        assertThat(
                        lake.rows(
                                "SELECT symbol, trading_day, format('%%.4f', close), volume FROM (%s) ORDER BY symbol, trading_day"
                                        .formatted(query.replace(";", ""))))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void theAdjustedViewsAreTheQuestionAsOfTheLastDay() throws IOException {
        String columns = "symbol, trading_day, open, high, low, close, volume, quality";
        String order = " ORDER BY symbol, trading_day";

        assertThat(lake.rows("SELECT " + columns + " FROM daily_bars_adjusted" + order))
                .isEqualTo(lake.rows(QueryFiles.read("adjusted-bars.sql")));
        assertThat(lake.rows("SELECT " + columns + " FROM daily_bars_split_adjusted" + order))
                .isEqualTo(
                        lake.rows(with("adjusted-bars.sql", "1 AS dividends", "0 AS dividends")));
    }

    @Test
    void dataConditionHasWhatIsNotAvailableFirst() throws IOException {
        assertThat(lake.rows(QueryFiles.read("data-condition.sql")))
                .containsExactly(
                        "AAPL|1d|pending|not published yet|1|2025-10-30|2025-10-30|1|0",
                        "SPLT|1d|degraded|suspect bar|2|2025-09-01|2025-09-03|2|2",
                        "SPLT|5m|missing|no bars|1|2025-09-01|2025-09-01|78|0",
                        "AAPL|1d|available||2|2025-10-28|2025-10-29|2|2");
    }

    @Test
    void corporateActionsAreTheirNewestVersions() throws IOException {
        assertThat(lake.rows(QueryFiles.read("corporate-actions.sql")))
                .containsExactly(
                        "SPLT|2025-09-15|2025-08-20|split|4:1|null|alphavantage|2|2025-09-16 04:00:00.000",
                        "AAPL|2025-08-11|null|dividend|null|0.260000|alphavantage|1|2025-08-12 04:00:00.000");
    }

    @Test
    void openPriceCasesComeFirst() throws IOException {
        assertThat(lake.rows(QueryFiles.read("price-cases.sql")))
                .containsExactly(
                        "open|ZZZZ|2025-09-16|2025-09-15|100.000000|50.000000|0.5|2:1||null",
                        "explained|SPLT|2025-09-15|2025-09-12|400.000000|100.000000|0.25|4:1|split 4:1 (alphavantage)|2025-09-15 04:00:00.000");
    }

    /// Each reads no object of its tables more often than said, and leaves columns out where it
    /// can.
    @ParameterizedTest
    @CsvSource({
        "first-look.sql, 1, curated/daily_bars",
        "top-gap-days.sql, 1, curated/daily_bars curated/price_cases",
        "as-of.sql, 1, curated/daily_bars_history",
        "adjusted-bars.sql, 1, curated/daily_bars",
        "hourly-highs.sql, 1, curated/bars",
        "data-condition.sql, 1, curated/data_condition",
        "corporate-actions.sql, 1, curated/corporate_actions",
        "price-cases.sql, 1, curated/price_cases",
        "prediction-track-record.sql, 1, curated/daily_bars predictions",
        "alert-history.sql, 1, alerts",
        "rejected-rows.sql, 1, quarantine"
    })
    void aQuestionReadsNoMoreThanItsBudget(String file, int times, String prefixes)
            throws IOException {
        long budget = 0;
        for (String prefix : prefixes.split(" ")) {
            budget += times * size(lake.object(prefix));
        }

        assertThat(lake.bytesScanned(QueryFiles.read(file)))
                .isPositive()
                .isLessThanOrEqualTo(budget);
    }

    /// Objects of text are read whole: those of the days that are named, no other.
    @ParameterizedTest
    @CsvSource({
        "alert-history.sql, alerts/dt=2025-10-29",
        "rejected-rows.sql, quarantine/dt=2025-10-29"
    })
    void aQuestionWhoseParametersNameADayReadsThatDaysObjectsAlone(String file, String prefix)
            throws IOException {
        assertThat(
                        lake.bytesScanned(
                                with(file, "'1900-01-01'", "'2025-10-29'")
                                        .replace("'2999-12-31'", "'2025-10-29'")))
                .isEqualTo(size(lake.object(prefix)));
    }

    @Test
    void rejectedRowsAreTheNewestDaysFirst() throws IOException {
        assertThat(lake.rows(QueryFiles.read("rejected-rows.sql")))
                .containsExactly(
                        "2025-10-29|import|IBM|impossible|line 3: high 9 is below low 11|2024-01-04,10,9,11,10,100|raw/import/IBM-c0eec096823e.body",
                        "2025-10-29|ingest-alphavantage|AAPL|unparsable|'x' is no price|2025-10-29,x,1,1,1,1|",
                        "2025-10-28|ingest-alphavantage|AAPL|unparsable|'x' is no price|2025-10-29,x,1,1,1,1|");
        assertThat(
                        lake.rows(
                                with(
                                        "rejected-rows.sql",
                                        "CAST(NULL AS varchar) AS only_source",
                                        "'import' AS only_source")))
                .hasSize(1);
    }

    @Test
    void aDayOfBarsReadsThatDaysObjectsAlone() throws IOException {
        assertThat(lake.bytesScanned("SELECT * FROM bars WHERE dt = '1999-11-01'"))
                .isEqualTo(size(lake.object("curated/bars/dt=1999-11-01")));
        assertThat(
                        lake.bytesScanned(
                                with(
                                        "hourly-highs.sql",
                                        "LIKE '%m'",
                                        "LIKE '%m' AND dt = '1999-11-01'")))
                .isLessThanOrEqualTo(size(lake.object("curated/bars/dt=1999-11-01")));
    }

    private static long size(Path folder) throws IOException {
        long size = 0;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                // The writer's metastore keeps its own files beside the tables'.
                size += file.toString().contains(".trino") ? 0 : Files.size(file);
            }
        }
        return size;
    }
}
