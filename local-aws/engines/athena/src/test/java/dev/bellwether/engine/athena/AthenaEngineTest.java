package dev.bellwether.engine.athena;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the tables of the contract show through the engine. Trino takes seconds to start, so there
/// is one for all tests.
class AthenaEngineTest {
    /// symbol, instrument, day, prices, volume, provider, feed, basis, quality, flags, version,
    /// known at, assumed, factors.
    private static final List<String> DAILY_BARS =
            List.of(
                    "AAPL,AAPL,2025-10-27,264.88,269.12,264.6501,268.81,44888152,alphavantage,alphavantage,raw,ok,,1,2025-10-28 04:00:00.000,false,1,1",
                    "AAPL,AAPL,2025-10-28,268.985,269.89,268.15,269,41534759,alphavantage,alphavantage,raw,ok,,1,2025-10-29 04:00:00.125,false,1,1",
                    "AAPL,AAPL,2025-10-29,269.275,271.41,267.11,269.7,51086742,alphavantage,alphavantage,raw,ok,,1,2025-10-30 04:00:00.000,false,1,1",
                    "MSFT,MSFT,2025-10-28,550,553.72,540.77,542.07,,alphavantage,alphavantage,raw,ok,,1,2025-10-29 04:00:00.000,false,1,1",
                    "MSFT,MSFT,2025-10-29,541.5,541.5,541.5,541.5,0,alphavantage,alphavantage,raw,ok,zero-volume|flat,1,2025-10-30 04:00:00.000,false,1,1",
                    "NEWC,NEWC,2025-10-29,10,11,9.5,10.9,1000,alphavantage,alphavantage,raw,ok,,2,2025-10-30 04:00:00.000,true,0.142857142857,0.98765432");

    @TempDir private static Path scratch;
    private static TestLake lake;

    @BeforeAll
    static void start() throws IOException {
        lake = TestLake.open(scratch, Map.of("daily_bars", DAILY_BARS));
    }

    @AfterAll
    static void stop() throws IOException {
        lake.close();
    }

    private static String query(String name) throws IOException {
        return QueryFiles.read(name);
    }

    @Test
    void theTrackRecordScoresPredictionsWhoseDayHasPassedBesideTheNaiveOnes() throws IOException {
        assertThat(lake.rows(query("prediction-track-record.sql")))
                .containsExactly(
                        "AAPL|lasso|2|1|0.2000|0.7000|1|1|1", "MSFT|lasso|2|1|1.0000|0.5700|0|0|1");
    }

    @Test
    void alertHistoryHasOneRowAnAlert() throws IOException {
        assertThat(lake.rows(query("alert-history.sql")))
                .containsExactly(
                        "2025-10-29|AAPL|sma-crossover:5,20|up|fired|269.700000|2025-10-30 04:00:05.000"
                                + "|AAPL: SMA-5 crossed above SMA-20, \"up\"");
    }

    @Test
    void latestQuotesComeNewestFirstAndOnce() throws IOException {
        List<String> rows = lake.rows(query("latest-quotes.sql"));
        assertThat(rows).hasSize(12).doesNotHaveDuplicates();
        assertThat(rows.getFirst())
                .isEqualTo(
                        "2025-10-29 19:59:30.000|AAPL|269.700000|0.700000|0.260200|269.000000|269.700000|269.000000|500|yahoo");
        assertThat(rows.getLast()).startsWith("2025-10-28 19:59:30.000|NVDA");
    }

    @Test
    void topFiveTakesTheLastQuoteOfTheNewestDay() throws IOException {
        assertThat(lake.rows(query("top-5-price-change.sql")))
                .containsExactly(
                        "NVDA|6.100000|3.034400|207.130000|201.030000|2025-10-29 19:59:30.000",
                        "AMZN|5.250000|2.333300|230.250000|225.000000|2025-10-29 19:59:30.000",
                        "MSFT|2.500000|0.461200|544.570000|542.070000|2025-10-29 19:59:30.000",
                        "NEWC|0.900000|9.000000|10.900000|10.000000|2025-10-29 19:59:30.000",
                        "AAPL|0.700000|0.260200|269.700000|269.000000|2025-10-29 19:59:30.000");
    }

    @Test
    void averageVolumeCountsARepeatedQuoteOnce() throws IOException {
        assertThat(lake.rows(query("average-volume.sql")))
                .containsExactly(
                        "AMZN|1|700.00|700.00",
                        "NVDA|2|500.00|500.00",
                        "META|2|450.00|800.00",
                        "MSFT|1|400.00|400.00",
                        "AAPL|3|250.00|300.00",
                        "GOOGL|2|200.00|200.00",
                        "NEWC|1|50.00|50.00");
    }

    @Test
    void anomaliesAreMoreThanFivePercentEitherWay() throws IOException {
        assertThat(lake.rows(query("anomalies.sql")))
                .containsExactly(
                        "NEWC|2025-10-29 19:59:30.000|10.900000|10.000000|0.900000|9.000000|50",
                        "META|2025-10-29 19:59:30.000|690.000000|750.000000|-60.000000|-8.000000|800",
                        "NVDA|2025-10-28 19:59:30.000|210.200000|200.000000|10.200000|5.100000|100");
    }

    @Test
    void landingShowsEveryCopyAndTheViewEachIdentityOnce() {
        assertThat(
                        lake.rows(
                                "SELECT (SELECT count(*) FROM quotes_landing), (SELECT count(*) FROM quotes),"
                                        + " (SELECT count(*) FROM quotes WHERE symbol = 'NVDA')"))
                .containsExactly("16|12|2");
    }

    @Test
    void ofCopiesThatDifferTheViewAlwaysShowsTheSame() {
        assertThat(
                        lake.rows(
                                "SELECT previous_close, sequence FROM quotes WHERE symbol = 'GOOGL'"
                                        + " AND dt = '2025-10-29'"))
                .containsExactly("210.000000|0");
    }

    @Test
    void oneDayOfTheViewReadsOneDayOfFiles() throws IOException {
        long size =
                Files.size(
                        lake.object(
                                "quotes/dt=2025-10-28/hour=15/shardId-000000000000-49600000000000000000000000000000000000000000000000000100.json"));
        assertThat(lake.bytesScanned("SELECT * FROM quotes WHERE dt = '2025-10-28'"))
                .isEqualTo(size);
        assertThat(lake.bytesScanned("SELECT * FROM quotes")).isGreaterThan(4 * size);
    }

    @Test
    void namesAndTypesOfTheViewAreThoseOfTheContract() {
        assertThat(lake.columns("SELECT * FROM bellwether.quotes"))
                .containsExactly(
                        "symbol varchar",
                        "open decimal(18,6)",
                        "high decimal(18,6)",
                        "low decimal(18,6)",
                        "price decimal(18,6)",
                        "previous_close decimal(18,6)",
                        "change decimal(18,6)",
                        "change_percent decimal(18,6)",
                        "volume bigint",
                        "timestamp timestamp(3)",
                        "provider varchar",
                        "feed varchar",
                        "sequence bigint",
                        "schema_version integer",
                        "dt varchar");
    }

    @Test
    void aTableIsFoundByItsShortAndByItsFullName() {
        assertThat(lake.rows("select count(*) from daily_bars")).containsExactly("6");
        assertThat(lake.rows("select count(*) from bellwether.daily_bars")).containsExactly("6");
        assertThat(lake.rows("select count(*) from awsdatacatalog.bellwether.daily_bars"))
                .containsExactly("6");
    }

    @Test
    void aCsvHasNullForAnEmptyNumberAndRoundsToTheColumnsScale() {
        assertThat(
                        lake.rows(
                                "SELECT predicted_close, lower_80, skill, target_date FROM predictions WHERE dt = '2025-10-29' ORDER BY symbol"))
                .containsExactly(
                        "270.123456|265.500000|none|2025-10-30", "542.000001|null|yes|2025-10-30");
    }

    @Test
    void parquetKeepsDecimalsDoublesNullsTextsAndTimes() {
        assertThat(
                        lake.rows(
                                "SELECT volume, flags = '', known_at FROM daily_bars WHERE trading_day = DATE '2025-10-28' ORDER BY symbol"))
                .containsExactly(
                        "41534759|true|2025-10-29 04:00:00.125",
                        "null|true|2025-10-29 04:00:00.000");
        assertThat(
                        lake.rows(
                                "SELECT close, version, known_at_assumed, split_factor, dividend_factor FROM daily_bars WHERE symbol = 'NEWC'"))
                .containsExactly("10.900000|2|true|0.142857142857|0.98765432");
    }

    @Test
    void anAlertHasItsTypesItsTextAndItsNumbersRoundedToTheColumnsScale() {
        assertThat(
                        lake.rows(
                                "SELECT symbol, bar_day, close, reference, message, from_iso8601_timestamp(created_at) FROM alerts"))
                .containsExactly(
                        "AAPL|2025-10-29|269.700000|257.325050|AAPL: SMA-5 crossed above SMA-20, \"up\"|2025-10-30 04:00:05.000 UTC");
    }

    @Test
    void aPrefixWithoutObjectsHasNoRowsUntilOneLands() throws IOException {
        assertThat(lake.rows("SELECT * FROM quarantine")).isEmpty();
        assertThat(lake.columns("SELECT reason FROM quarantine")).containsExactly("reason varchar");

        Path object = lake.object("quarantine/dt=2025-10-29/yahoo-1.json");
        Files.createDirectories(object.getParent());
        Files.writeString(
                object,
                """
                {"quarantine_id":"a1","source":"yahoo","symbol":null,"reason":"unparsable","record":"{\\"price\\":1e"}
                """);

        assertThat(lake.rows("SELECT symbol, reason, detail, record, dt FROM quarantine"))
                .containsExactly("null|unparsable|null|{\"price\":1e|2025-10-29");
    }

    @Test
    void aTableWithoutPartitionsHasNoRowsBeforeItsFirstObject() throws IOException {
        Path bars = lake.object("curated/daily_bars");
        Path aside = lake.object("aside");
        Files.move(bars, aside);
        try {
            assertThat(lake.rows("SELECT * FROM daily_bars")).isEmpty();
        } finally {
            Files.move(aside, bars);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bars",
                "corporate_actions",
                "daily_bars_all",
                "daily_bars_history",
                "data_condition",
                "price_cases",
                "scores"
            })
    void aTableOfWhichNothingWasWrittenYetHasNoRows(String table) {
        assertThat(lake.rows("SELECT * FROM " + table)).isEmpty();
    }

    /// The days stand in a table of one row, which the planner puts into the condition.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "latest-quotes.sql",
                "anomalies.sql",
                "average-volume.sql",
                "top-5-price-change.sql"
            })
    void aQuestionWhoseParametersNameADayReadsThatDaysObjectsAlone(String file) throws IOException {
        long size =
                Files.size(
                        lake.object(
                                "quotes/dt=2025-10-28/hour=15/shardId-000000000000-49600000000000000000000000000000000000000000000000000100.json"));

        assertThat(
                        lake.bytesScanned(
                                query(file)
                                        .replace("'1900-01-01'", "'2025-10-28'")
                                        .replace("'2999-12-31'", "'2025-10-28'")))
                .isEqualTo(size);
    }

    /// A question reads each quote once, whatever it does with it.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "latest-quotes.sql",
                "anomalies.sql",
                "average-volume.sql",
                "top-5-price-change.sql"
            })
    void aQuestionOverAllQuotesReadsEachObjectOnce(String file) throws IOException {
        long all = 0;
        try (Stream<Path> objects = Files.walk(lake.object("quotes"))) {
            for (Path object : objects.filter(Files::isRegularFile).toList()) {
                all += Files.size(object);
            }
        }

        assertThat(lake.bytesScanned(query(file))).isEqualTo(all);
    }

    @Test
    void theSessionIsInUtc() {
        assertThat(
                        lake.rows(
                                "SELECT current_timezone(), format_datetime(from_unixtime(0), 'yyyy-MM-dd HH:mm')"))
                .containsExactly("UTC|1970-01-01 00:00");
    }

    @Test
    void whatASyntaxErrorSaysIsWhereItIs() {
        var failure = lake.failure("SELECT symbol\nFROM daily_bars\nWHER symbol = 'AAPL'");
        assertThat(failure.path("error").asText()).isEqualTo("SYNTAX_ERROR");
        assertThat(failure.path("line").asInt()).isEqualTo(3);
        assertThat(failure.path("column").asInt()).isEqualTo(6);
        assertThat(failure.path("message").asText())
                .startsWith("line 3:6: mismatched input 'symbol'");
    }

    @Test
    void anUnknownColumnIsNamedWithItsPlace() {
        var failure = lake.failure("SELECT ticker FROM daily_bars");
        assertThat(failure.path("error").asText()).isEqualTo("COLUMN_NOT_FOUND");
        assertThat(failure.path("line").asInt()).isEqualTo(1);
        assertThat(failure.path("column").asInt()).isEqualTo(8);
        assertThat(failure.path("message").asText())
                .isEqualTo("line 1:8: Column 'ticker' cannot be resolved");
    }

    @Test
    void anErrorInTheMiddleOfTheRowsComesInPlaceOfTheEnd() {
        var failure = lake.failure("SELECT 1 / (volume - 1000) FROM daily_bars");
        assertThat(failure.path("error").asText()).isEqualTo("DIVISION_BY_ZERO");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP TABLE daily_bars",
                "INSERT INTO alerts SELECT * FROM alerts",
                "CREATE TABLE copy AS SELECT * FROM daily_bars",
                "DELETE FROM daily_bars",
                "CREATE VIEW v AS SELECT 1 AS one",
                "EXPLAIN ANALYZE DELETE FROM daily_bars",
                "SET SESSION query_max_run_time = '1h'"
            })
    void aStatementThatDoesNotReadIsRefused(String sql) {
        var failure = lake.failure(sql);
        assertThat(failure.path("error").asText()).isEqualTo("NOT_SUPPORTED");
        assertThat(failure.path("message").asText())
                .endsWith(
                        "was not run: the local lake is read-only to queries. Use SELECT, EXPLAIN, SHOW or DESCRIBE.");
        assertThat(lake.rows("SELECT count(*) FROM daily_bars")).containsExactly("6");
    }

    @Test
    void aSemicolonAtTheEndIsNoPartOfTheStatement() {
        assertThat(lake.rows("SELECT ';' -- one; two\n ; -- the end\n")).containsExactly(";");
        assertThat(lake.failure("SELECT 1; SELECT 2").path("error").asText())
                .isEqualTo("SYNTAX_ERROR");
    }

    @Test
    void objectsAreKnownByTheirNameInS3() {
        assertThat(lake.rows("SELECT DISTINCT \"$path\" FROM predictions WHERE dt = '2025-10-29'"))
                .containsExactly("s3://lake-bucket/predictions/dt=2025-10-29/predictions.csv");
    }
}
