package dev.bellwether.cli.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.cli.CommandRun;
import dev.bellwether.cli.home.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BacktestCommandTest {
    @TempDir Path folder;

    @Test
    void crossingsAreListedOldestFirstWithClosesAsTheyStand() throws IOException {
        Path file = daily("daily_ACME.csv", "10.00", "9", "8", "7", "9", "12.50", "9", "4");
        CommandRun run = backtest("--rule", "sma-crossover:2,4", "-o", "csv", file.toString());

        assertThat(run.exitStatus()).isEqualTo(ExitStatus.OK);
        assertThat(run.lines())
                .containsExactly(
                        "symbol,date,direction,close,sma_fast,sma_slow",
                        "ACME,2024-01-09,up,12.50,10.75,9.125",
                        "ACME,2024-01-11,down,4,6.5,8.625");
        assertThat(run.errors())
                .contains(
                        "daily_ACME.csv: ACME, 8 bars from 2024-01-02 to 2024-01-11, fired 2 times");
    }

    @Test
    void averagesHaveSixDecimalsAtMost() throws IOException {
        Path file = daily("ACME.csv", "3", "1", "1", "2");

        assertThat(backtest("--rule", "sma-crossover:1,3", "-o", "csv", file.toString()).lines())
                .containsExactly(
                        "symbol,date,direction,close,sma_fast,sma_slow",
                        "ACME,2024-01-05,up,2,2,1.333333");
    }

    @Test
    void otherKindsHaveAReadingAndAReference() throws IOException {
        Path file = daily("ACME.csv", "100", "106", "99");

        assertThat(backtest("--rule", "percent-change:5", "-o", "csv", file.toString()).lines())
                .containsExactly(
                        "symbol,date,direction,close,reading,reference",
                        "ACME,2024-01-03,up,106,6,5",
                        "ACME,2024-01-04,down,99,-6.603774,5");
        assertThat(backtest("--rule", "price-level:100", "-o", "json", file.toString()).output())
                .isEqualTo(
                        "[{\"symbol\":\"ACME\",\"date\":\"2024-01-04\",\"direction\":\"down\",\"close\":\"99\",\"reading\":\"99\",\"reference\":\"100\"}]\n");
        assertThat(backtest("--rule", "percent-change:5", file.toString()).output())
                .contains("reading")
                .contains("2024-01-03");
    }

    @Test
    void byDefaultEveryRowCountsAndWhatLooksWrongIsNamed() throws IOException {
        Path file =
                file(
                        "daily_ACME.csv",
                        "timestamp,open,high,low,close,volume",
                        "2024-01-05,99,99,98,99,10", // Friday
                        "2024-01-06,101,102,100,101,10", // Saturday
                        "2024-01-08,99,99,99,99,10", // flat
                        "2024-01-09,101,102,100,101,0", // untraded
                        "2024-01-10,99,98,100,99,10", // high below low
                        "2024-03-01,300,301,299,300,10"); // jump after a gap
        CommandRun run = backtest("--rule", "price-level:100", "-o", "csv", file.toString());

        assertThat(run.exitStatus()).isEqualTo(ExitStatus.OK);
        assertThat(run.lines()).hasSize(1 + 5);
        assertThat(run.errors())
                .contains("2024-01-06 (line 3): closed day")
                .contains("2024-01-08 (line 4): suspect bar, 10 shares all at 99")
                .contains("2024-01-09 (line 5): suspect bar, nothing was traded")
                .contains("2024-01-10 (line 6): suspect bar, high 98 is below low 100")
                .contains("2024-03-01 (line 7): jump, 300 after 99 (times 3.03)");
    }

    @Test
    void withQualityLiveAlertsDecideWhatCounts() throws IOException {
        Path file =
                file(
                        "daily_ACME.csv",
                        "timestamp,open,high,low,close,volume",
                        "2024-01-05,99,99,98,99,10",
                        "2024-01-06,101,102,100,101,10",
                        "2024-01-08,99,99,99,99,10",
                        "2024-01-09,101,102,100,101,10",
                        "2024-03-01,90,91,89,90,10",
                        "2024-03-04,150,151,149,150,10");
        CommandRun run =
                backtest("--rule", "price-level:100", "--quality", "-o", "csv", file.toString());

        // Up over the two bars that do not count; then a gap, then a jump.
        assertThat(run.lines())
                .containsExactly(
                        "symbol,date,direction,close,reading,reference",
                        "ACME,2024-01-09,up,101,101,100");
        assertThat(run.errors()).contains("6 bars from 2024-01-05 to 2024-03-04, 2 passed over");
        assertThat(
                        backtest(
                                        "--rule",
                                        "price-level:100",
                                        "--quality",
                                        file("A.csv", "date,close", "2024-01-05,99").toString())
                                .errors())
                .contains("line 2 lacks open, high, low or volume");
    }

    @Test
    void aSplitBasisRestatesForTheSplitsThatAreGiven() throws IOException {
        Path file = daily("daily_ACME.csv", "100", "102", "104", "53", "54", "40");
        Path splits = file("splits.csv", "effective_date,split_factor", "2024-01-05,2.0000");
        String[] restated = {
            "--rule",
            "sma-crossover:1,2",
            "--basis",
            "split",
            "--actions",
            splits.toString(),
            "-o",
            "csv"
        };

        assertThat(backtest("--rule", "sma-crossover:1,2", "-o", "csv", file.toString()).lines())
                .contains("ACME,2024-01-05,down,53,53,78.5");
        CommandRun run = backtest(with(restated, file.toString()));
        assertThat(run.lines())
                .containsExactly(
                        "symbol,date,direction,close,sma_fast,sma_slow",
                        "ACME,2024-01-09,down,40,40,47");
        assertThat(run.errors()).doesNotContain("jump");
    }

    @Test
    void splitsOfSeveralSymbolsNeedTheirNames() throws IOException {
        Path one = daily("daily_ONE.csv", "100", "50", "51");
        Path two = daily("daily_TWO.csv", "100", "101", "99");
        Path splits = file("splits.csv", "symbol,effective_date,split_factor", "ONE,2024-01-03,2");
        String[] arguments = {
            "--rule",
            "percent-change:5",
            "--basis",
            "split",
            "--actions",
            splits.toString(),
            "-o",
            "csv"
        };

        CommandRun run = backtest(with(arguments, one.toString(), two.toString()));
        assertThat(run.lines()).hasSize(1);
        assertThat(run.errors()).contains("has no split of TWO");
        Files.writeString(splits, "effective_date,split_factor\n2024-01-03,2\n");
        CommandRun nameless = backtest(with(arguments, one.toString(), two.toString()));
        assertThat(nameless.exitStatus()).isEqualTo(ExitStatus.FAILURE);
        assertThat(nameless.errors()).contains("column symbol");
    }

    @Test
    void aBandHoldsASmallCrossingBack() throws IOException {
        String[] swing =
                IntStream.range(0, 40)
                        .mapToObj(i -> i % 2 == 0 ? "100" : "102")
                        .toArray(String[]::new);
        Path file = daily("ACME.csv", swing);

        assertThat(backtest("--rule", "price-level:101", "-o", "csv", file.toString()).lines())
                .hasSize(40);
        assertThat(
                        backtest(
                                        "--rule",
                                        "price-level:101",
                                        "--band",
                                        "1",
                                        "-o",
                                        "csv",
                                        file.toString())
                                .lines())
                .hasSize(1);
    }

    @Test
    void barsOfMinutesAreDatedByTheirLocalTime() throws IOException {
        Path file =
                file(
                        "intraday_IBM.csv",
                        "timestamp,open,high,low,close,volume",
                        "2025-07-25 09:45:00,1,102,1,101,1",
                        "2025-07-25 09:30:00,1,99,1,99,1");

        assertThat(
                        backtest(
                                        "--rule",
                                        "price-level:100",
                                        "--timeframe",
                                        "15m",
                                        "-o",
                                        "csv",
                                        file.toString())
                                .lines())
                .contains("IBM,2025-07-25T09:45:00,up,101,101,100");
    }

    @Test
    void yearsWithoutACalendarAreFine() throws IOException {
        Path file = file("ACME.csv", "date,close", "1985-03-01,99", "2035-03-01,101");
        CommandRun run = backtest("--rule", "price-level:100", "-o", "csv", file.toString());

        assertThat(run.lines()).contains("ACME,2035-03-01,up,101,101,100");
        assertThat(run.errors())
                .contains("2 bars lie outside 1990 to 2030")
                .doesNotContain("closed day,");
    }

    @Test
    void tooFewRowsAreNoError() throws IOException {
        CommandRun run =
                backtest(
                        "--rule",
                        "sma-crossover:5,20",
                        "-o",
                        "csv",
                        daily("A.csv", "1").toString());

        assertThat(run.exitStatus()).isEqualTo(ExitStatus.OK);
        assertThat(run.lines()).containsExactly("symbol,date,direction,close,sma_fast,sma_slow");
        assertThat(run.errors()).contains("too few rows").contains("before the 21. bar");
    }

    @Test
    void everyBadFileIsNamedAndNothingIsPrinted() throws IOException {
        Path good = daily("GOOD.csv", "1", "2", "1");
        Path bad = file("BAD.csv", "date,close", "2024-01-02,x");
        CommandRun run =
                backtest(
                        "--rule",
                        "sma-crossover:1,2",
                        "-o",
                        "csv",
                        good.toString(),
                        bad.toString(),
                        folder.resolve("NONE.csv").toString());

        assertThat(run.exitStatus()).isEqualTo(ExitStatus.FAILURE);
        assertThat(run.output()).isEmpty();
        assertThat(run.errors())
                .contains("BAD.csv: line 2, column close, 'x'")
                .contains("NONE.csv: is not there")
                .doesNotContain("GOOD.csv")
                .doesNotContain("\tat ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--rule sma-crossover:20,5 | fast average first",
                "--rule sma-crossover | written like sma-crossover:5,20",
                "--rule macd:12,26 | There is no rule",
                "--rule sma-crossover:5,20 --timeframe 2h | There is no timeframe 2h",
                "--rule sma-crossover:5,20 --band 11 | 0 to 10",
                "--rule sma-crossover:5,20 --band wide | --band",
                "--rule percent-change:5 --band 1 | has no band",
                "--rule sma-crossover:5,20 --basis dividend | --basis",
                "--rule sma-crossover:5,20 --basis split | --actions FILE",
                "--rule sma-crossover:5,20 --symbol aapl | is no symbol",
                "--rule sma-crossover:5,20 --symbol A B.csv | not several",
                "--rule sma-crossover:5,20 -o xml | -o",
                "-o csv | --rule"
            })
    void aWrongCommandLineIsAUsageError(String arguments, String words) throws IOException {
        CommandRun run = backtest(with(arguments.split(" "), daily("A.csv", "1", "2").toString()));

        assertThat(run.exitStatus()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.errors()).contains(words);
        assertThat(run.output()).isEmpty();
    }

    @Test
    void withoutAFileThereIsNothingToTest() {
        assertThat(backtest("--rule", "sma-crossover:5,20").exitStatus())
                .isEqualTo(ExitStatus.USAGE);
    }

    private static CommandRun backtest(String... arguments) {
        return CommandRun.of(with(new String[] {"backtest"}, arguments));
    }

    private static String[] with(String[] first, String... more) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private Path daily(String name, String... closes) throws IOException {
        List<String> lines = new ArrayList<>(List.of("timestamp,close"));
        LocalDate day = LocalDate.of(2024, 1, 2);
        for (String close : closes) {
            while (day.getDayOfWeek().getValue() > 5) {
                day = day.plusDays(1);
            }
            lines.add(day + "," + close);
            day = day.plusDays(1);
        }
        return file(name, lines.toArray(String[]::new));
    }

    private Path file(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines));
    }
}
