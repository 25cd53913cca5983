package dev.bellwether.lake.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.lake.CorporateAction.CashDividend;
import dev.bellwether.lake.CorporateAction.SharesSplit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Reads a folder of real files of providers; say which with `-Dbellwether.data=DIR`.
class RealFilesTest {
    /// Bars, rejected rows, actions.
    private static final Map<String, List<Integer>> EXPECTED =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry("alpaca/bars_AAPL_NIO_1Day_multi.json", List.of(6, 0, 0)),
                            Map.entry("alpaca/bars_META_1Day_page1.json", List.of(2, 0, 0)),
                            Map.entry("alpaca/bars_META_1Day_page2.json", List.of(2, 0, 0)),
                            Map.entry("alpaca/latest_bars_NIO_AAPL.json", List.of(2, 0, 0)),
                            Map.entry("alpaca/openapi-examples/stocks_bars.json", List.of(1, 0, 0)),
                            Map.entry(
                                    "alpaca/openapi-examples/stocks_symbol_bars.json",
                                    List.of(1, 0, 0)),
                            Map.entry("alphavantage/daily/daily_AAPL.csv", List.of(6539, 0, 0)),
                            Map.entry("alphavantage/daily/daily_AMZN.csv", List.of(6080, 0, 0)),
                            Map.entry("alphavantage/daily/daily_GOOGL.csv", List.of(4875, 0, 0)),
                            Map.entry("alphavantage/daily/daily_META.csv", List.of(2923, 0, 0)),
                            Map.entry("alphavantage/daily/daily_NFLX.csv", List.of(4685, 0, 0)),
                            Map.entry("alphavantage/daily/daily_NVDA.csv", List.of(6190, 0, 0)),
                            Map.entry(
                                    "alphavantage/daily/daily_adjusted_NFLX.csv",
                                    List.of(4685, 0, 2)),
                            Map.entry(
                                    "alphavantage/daily-compact/daily_AAPL_2019-01-22.json",
                                    List.of(100, 0, 0)),
                            Map.entry(
                                    "alphavantage/daily-compact/daily_adjusted_IBM_2024-02-23.json",
                                    List.of(100, 0, 2)),
                            Map.entry(
                                    "alphavantage/daily-compact/daily_adjusted_IBM_2026-05-15.csv",
                                    List.of(100, 0, 2)),
                            Map.entry(
                                    "alphavantage/intraday/intraday_1min_IBM_2018-04-20.csv",
                                    List.of(390, 0, 0)),
                            Map.entry(
                                    "firehose-2021-11-30/delivery-stream-object.jsonl",
                                    List.of(780, 0, 0)),
                            Map.entry("yahoo-csv/NFLX.csv", List.of(5486, 0, 0)),
                            Map.entry("yahoo/chart_AAPL_1m_1d_2021-01-11.json", List.of(240, 2, 0)),
                            Map.entry("yahoo/chart_AAPL_1m_no_trading_day.json", List.of(0, 0, 0)),
                            Map.entry(
                                    "yahoo/chart_AAPL_1d_2020-08-31_2020-11-07_split_dividend.json",
                                    List.of(49, 0, 2)),
                            Map.entry("yahoo/chart_AAPL_1d_2024-10.json", List.of(10, 0, 0)),
                            Map.entry("yahoo/chart_BTC-USD_1d_2020-01.json", List.of(3, 0, 0))));

    private Path folder = Path.of("");

    @BeforeEach
    void requireFolder() {
        String given = System.getProperty("bellwether.data", "");
        if (given.isEmpty()) {
            System.out.println(
                    "Skipped RealFilesTest: no folder of real files given (-Dbellwether.data=DIR)");
        }
        Assumptions.assumeFalse(given.isEmpty(), "-Dbellwether.data is not set");
        folder = Path.of(given);
    }

    @Test
    void everyKnownFileGivesItsBars() throws IOException {
        Map<String, List<Integer>> read = new TreeMap<>();
        for (String name : EXPECTED.keySet()) {
            FileReading reading = read(folder.resolve(name));
            assertThat(reading).as(name).isInstanceOf(FileReading.Data.class);
            FileReading.Data data = (FileReading.Data) reading;
            read.put(
                    name,
                    List.of(data.bars().size(), data.rejections().size(), data.actions().size()));
        }
        assertThat(read).isEqualTo(EXPECTED);
    }

    @Test
    void noFileThatIsNeitherBarsNorFailureIsTakenForBars() throws IOException {
        for (Path file : files()) {
            String name = folder.relativize(file).toString();
            FileReading reading = read(file);
            System.out.println(name + ": " + summary(reading));
            if (name.contains("errors/")) {
                assertThat(reading).as(name).isInstanceOf(FileReading.ProviderFailure.class);
            } else if (name.matches(
                    "(x|alphavantage/misc)/.*|.*(quotes|trades|news|snapshots).*")) {
                assertThat(reading).as(name).isNotInstanceOf(FileReading.Data.class);
            } else {
                assertThat(reading).as(name).isInstanceOf(FileReading.Data.class);
            }
        }
    }

    @Test
    void splitsOfTheAdjustedTableAreSnapped() throws IOException {
        FileReading.Data data =
                (FileReading.Data)
                        read(folder.resolve("alphavantage/daily/daily_adjusted_NFLX.csv"));
        assertThat(data.actions())
                .filteredOn(SharesSplit.class::isInstance)
                .extracting(
                        action -> ((SharesSplit) action).newShares() + ":" + action.effectiveDay())
                .containsExactlyInAnyOrder("2:2004-02-12", "7:2015-07-15");
        assertThat(data.actions()).noneMatch(CashDividend.class::isInstance);
    }

    private static String summary(FileReading reading) {
        if (reading instanceof FileReading.Data data) {
            return "%s, %d bars, %d rejected, %d actions, %s"
                    .formatted(
                            data.form(),
                            data.bars().size(),
                            data.rejections().size(),
                            data.actions().size(),
                            data.notes());
        }
        return reading.toString();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    private static FileReading read(Path file) throws IOException {
        return ProviderFile.read(
                Files.readAllBytes(file),
                new FileHints(file.getFileName().toString(), Optional.empty(), Optional.empty()));
    }
}
