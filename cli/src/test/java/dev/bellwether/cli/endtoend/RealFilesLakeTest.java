package dev.bellwether.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.cli.home.ExitStatus;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// Real files of providers, by `import` and the real Spark job, into tables that the local Athena
/// is asked about.
@EnabledIfSystemProperty(
        named = "bellwether.data",
        matches = ".+",
        disabledReason = "-Dbellwether.data names no folder of real series")
class RealFilesLakeTest {
    private static final List<String> SYMBOLS =
            List.of("AAPL", "AMZN", "GOOGL", "META", "NFLX", "NVDA");

    /// Those that were ever split, until their files end or since.
    private static final List<String> SPLIT = List.of("AAPL", "AMZN", "GOOGL", "NFLX", "NVDA");

    private static final String STREAM = "firehose-2021-11-30/delivery-stream-object.jsonl";
    private static final String MINUTES = "alphavantage/intraday/intraday_1min_IBM_2018-04-20.csv";
    private static final Pattern LINE =
            Pattern.compile(
                    "\"high\": ([0-9.]+), ?\"low\": ([0-9.]+), ?\"ts\": \"(\\S+) (\\d\\d:\\d\\d):00-05:00\", ?\"name\": \"(\\w+)\"");

    @TempDir static Path folder;

    private static ImportedLake lake;
    private static Bellwether.Result imported;

    @BeforeAll
    static void importFiles() {
        List<Path> files = new ArrayList<>(List.of(data(STREAM), data(MINUTES)));
        for (String symbol : SYMBOLS) {
            files.add(data("alphavantage/daily/daily_" + symbol + ".csv"));
        }
        for (String symbol : SPLIT) {
            files.add(
                    Bellwether.home()
                            .resolve(
                                    "lake/src/test/resources/dev/bellwether/lake/curate/splits_%s.csv"
                                            .formatted(symbol)));
        }
        lake = new ImportedLake(folder.resolve("state"));
        imported = lake.take(files, "-o", "csv");
    }

    @AfterAll
    static void stop() {
        lake.close();
    }

    @Test
    void everyRowOfTheFilesIsKeptOnce() {
        assertThat(imported.exitStatus())
                .as(() -> String.join("\n", imported.progress()))
                .isEqualTo(ExitStatus.OK);
        assertThat(
                        lake.rows(
                                "SELECT instrument_id, count(*), count(DISTINCT trading_day) FROM daily_bars GROUP BY instrument_id ORDER BY instrument_id"))
                .containsExactly(
                        "AAPL|6539|6539",
                        "AMZN|6080|6080",
                        "GOOGL|4875|4875",
                        "META|2923|2923",
                        "NFLX|4685|4685",
                        "NVDA|6190|6190");
    }

    @Test
    void hourlyHighsOfTheRealBarsAreRight() throws IOException {
        List<RangeBar> stream = stream();
        List<RangeBar> minutes = minutes();
        List<String> expected =
                RangeBar.hourlyHighs(Stream.concat(stream.stream(), minutes.stream()).toList());

        List<String> rows = lake.answer("hourly-highs.sql");

        assertThat(rows).containsExactlyElementsOf(expected);
        assertThat(rows).filteredOn(row -> row.contains("|2021-11-30|")).hasSize(70);
        assertThat(rows)
                .filteredOn(row -> row.startsWith("IBM|2018-04-20|"))
                .hasSize(7)
                .first()
                .asString()
                .startsWith("IBM|2018-04-20|9|");
        System.out.println("Hourly highs: " + rows.size() + " rows, first " + rows.getFirst());
    }

    @Test
    void theTwoOddBarsOfNetflixAreSuspect() {
        assertThat(
                        lake.rows(
                                "SELECT symbol, trading_day, flags FROM daily_bars WHERE quality = 'suspect' ORDER BY trading_day"))
                .containsExactly("NFLX|2003-02-13|range-spike", "NFLX|2013-10-22|flat");
    }

    @Test
    void realCrashesStayOpenAndSplitsCloseTheirJumps() {
        assertThat(
                        lake.rows(
                                "SELECT status, instrument_id, trading_day FROM price_cases ORDER BY status, instrument_id, trading_day"))
                .containsExactly(
                        "explained|AAPL|2000-06-21",
                        "explained|AAPL|2005-02-28",
                        "explained|AAPL|2014-06-09",
                        "explained|AAPL|2020-08-31",
                        "explained|AMZN|2022-06-06",
                        "explained|GOOGL|2014-04-03",
                        "explained|GOOGL|2022-07-18",
                        "explained|NFLX|2004-02-12",
                        "explained|NFLX|2015-07-15",
                        "explained|NVDA|2000-06-27",
                        "explained|NVDA|2001-09-17",
                        "explained|NVDA|2006-04-07",
                        "explained|NVDA|2021-07-20",
                        "open|AAPL|2000-09-29",
                        "open|NFLX|2004-10-15",
                        "open|NFLX|2011-10-25",
                        "open|NVDA|2004-08-06");
    }

    /// The stream's times are the wall clock at the bars' starts.
    private static List<RangeBar> stream() throws IOException {
        Matcher line = LINE.matcher(Files.readString(data(STREAM)));
        List<RangeBar> bars = new ArrayList<>();
        while (line.find()) {
            bars.add(
                    new RangeBar(
                            line.group(5),
                            LocalDateTime.parse(line.group(3) + "T" + line.group(4)),
                            new BigDecimal(line.group(1)),
                            new BigDecimal(line.group(2))));
        }
        assertThat(bars).hasSize(780);
        return bars;
    }

    /// The labels of 2018 are the ends of the bars.
    private static List<RangeBar> minutes() throws IOException {
        List<RangeBar> bars = new ArrayList<>();
        for (String line : Files.readAllLines(data(MINUTES))) {
            String[] cells = line.split(",", -1);
            if (cells[0].startsWith("2018")) {
                bars.add(
                        new RangeBar(
                                "IBM",
                                LocalDateTime.parse(cells[0].replace(' ', 'T')).minusMinutes(1),
                                new BigDecimal(cells[2]),
                                new BigDecimal(cells[3])));
            }
        }
        assertThat(bars).hasSize(390);
        return bars;
    }

    private static Path data(String file) {
        return Path.of(System.getProperty("bellwether.data", "")).resolve(file);
    }
}
