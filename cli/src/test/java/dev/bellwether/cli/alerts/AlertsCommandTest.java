package dev.bellwether.cli.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.cli.CommandRun;
import dev.bellwether.cli.home.ExitStatus;
import dev.bellwether.market.OhlcvBar;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import dev.bellwether.market.lake.LakeLayout;
import dev.bellwether.market.wire.DailyBarsCsv;
import dev.bellwether.simulator.SyntheticMarket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertsCommandTest {
    private static final SyntheticMarket MARKET =
            SyntheticMarket.of(Symbol.listOf("AMZN,META,NVDA"));

    @TempDir Path folder;

    @Test
    void aPreviewOfTheLakeCountsWhatLiveAlertsWouldHaveSent() throws IOException {
        CommandRun run =
                alerts(
                        "preview",
                        "--rule",
                        "sma-daily",
                        "--last",
                        "1y",
                        "--state",
                        lake(),
                        "-o",
                        "csv");

        assertThat(run.exitStatus()).as(run.errors()).isEqualTo(ExitStatus.OK);
        assertThat(run.lines())
                .hasSize(4)
                .startsWith("symbol,bars,judged,up,down,per_month,hours,sms_parts,sms_usd")
                .anySatisfy(line ->
                        assertThat(line).matches("AMZN,25\\d,25\\d,\\d+,\\d+,.*,00:00 x\\d+,.*"));
        assertThat(run.errors())
                .contains("from 2025-10-31 to 2026-10-30")
                .contains("messages")
                .contains("USD");
    }

    @Test
    void aPreviewForReadingHasTotalsAndCharts() throws IOException {
        CommandRun run =
                alerts("preview", "--rule", "percent-change:3", "--last", "90d", "--state", lake());

        assertThat(run.output())
                .contains(" all ")
                .contains("messages by symbol")
                .contains("messages by month")
                .contains("#")
                .contains("messages by hour in New York");
    }

    @Test
    void aPreviewCountsByHandWhatABacktestLists() throws IOException {
        Path file = input(MARKET.symbols().getFirst());
        CommandRun listed =
                CommandRun.of(
                        "backtest",
                        "--rule",
                        "sma-crossover:5,20",
                        "--band",
                        "1",
                        "--quality",
                        "-o",
                        "csv",
                        file.toString());
        CommandRun counted =
                alerts(
                        "preview",
                        "--rule",
                        "sma-crossover:5,20",
                        "--last",
                        "99y",
                        "--input",
                        file.toString(),
                        "-o",
                        "csv");
        String[] cells = counted.lines().getLast().split(",", -1);

        assertThat(Integer.parseInt(cells[3]) + Integer.parseInt(cells[4]))
                .isEqualTo(listed.lines().size() - 1)
                .isPositive();
    }

    @Test
    void onlyTheSymbolsThatAreAskedForArePreviewed() throws IOException {
        String lake = lake();

        assertThat(
                        alerts(
                                        "preview",
                                        "--rule",
                                        "sma-daily",
                                        "--symbols",
                                        "META",
                                        "--state",
                                        lake,
                                        "-o",
                                        "csv")
                                .lines())
                .hasSize(2);
        CommandRun unknown =
                alerts("preview", "--rule", "sma-daily", "--symbols", "META,ZZZZ", "--state", lake);
        assertThat(unknown.exitStatus()).isEqualTo(ExitStatus.FAILURE);
        assertThat(unknown.errors())
                .contains("There are no bars of ZZZZ, only of AMZN, META, NVDA.");
    }

    @Test
    void aRandomMarketGivesNoEvidence() throws IOException {
        CommandRun run = alerts("usefulness", "--state", lake());

        assertThat(run.exitStatus()).as(run.errors()).isEqualTo(ExitStatus.OK);
        assertThat(run.output())
                .containsPattern(
                        "sma-crossover:5,20: After \\d+ up-crossings the price rose [0-9.]+ % (more|less) over the next 5 sessions"
                                + " than after random days of the same stocks and years \\(95 % interval [-+][0-9.]+ % to [-+][0-9.]+ %\\):"
                                + " no evidence that it helps\\.")
                .doesNotContain("evidence that the price");
        assertThat(run.errors())
                .contains("corrected by Holm's method")
                .contains("Not investment advice");
    }

    @Test
    void findingsForMachinesHaveTheirWordsToo() throws IOException {
        CommandRun run =
                alerts(
                        "usefulness",
                        "--rule",
                        "sma-daily",
                        "--horizon",
                        "1",
                        "--state",
                        lake(),
                        "-o",
                        "csv");

        assertThat(run.lines()).hasSize(3);
        assertThat(run.lines().getFirst())
                .isEqualTo(
                        "rule,direction,sessions,fires,left_out,after_fires,after_random,difference,lower,upper,p,p_corrected,verdict,in_words");
        assertThat(run.lines().get(1)).contains("over the next session than");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "alerts | alerts list, explain, preview, usefulness or test",
                "alerts preview | --rule",
                "alerts preview --rule nothing | one of move-daily, sma-daily",
                "alerts preview --rule sma-crossover:20,5 | fast average first",
                "alerts preview --rule sma-daily --last 90 | no length of time",
                "alerts preview --rule sma-daily --band 99 | 0 to 10",
                "alerts preview --rule sma-daily --timeframe 15m | --input",
                "alerts preview --rule sma-daily --timeframe 3h | no timeframe",
                "alerts preview --rule sma-daily --symbols aapl | no symbol",
                "alerts usefulness --horizon 0 | 1 to 250",
                "alerts usefulness --horizon x | --horizon",
                "alerts usefulness --rule nothing | There is no rule"
            })
    void aWrongCommandLineIsAUsageError(String line, String words) {
        CommandRun run = CommandRun.of(line.split(" "));

        assertThat(run.exitStatus()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.errors()).contains(words);
    }

    @Test
    void withoutALakeOneIsToldHowToMakeIt() {
        CommandRun run = alerts("preview", "--rule", "sma-daily", "--state", folder.toString());

        assertThat(run.exitStatus()).isEqualTo(ExitStatus.FAILURE);
        assertThat(run.errors()).contains("demo --once");
    }

    @Test
    void twoFilesOfOneSymbolAreRefused() throws IOException {
        Path file = input(MARKET.symbols().getFirst());
        Path copy = Files.copy(file, folder.resolve("AMZN_daily.csv"));
        CommandRun run =
                alerts(
                        "preview",
                        "--rule",
                        "sma-daily",
                        "--input",
                        file.toString(),
                        copy.toString());

        assertThat(run.exitStatus()).isEqualTo(ExitStatus.FAILURE);
        assertThat(run.errors()).contains("are all of AMZN");
    }

    private static CommandRun alerts(String... arguments) {
        List<String> all = new ArrayList<>(List.of("alerts"));
        all.addAll(List.of(arguments));
        return CommandRun.of(all.toArray(String[]::new));
    }

    private Path input(Symbol symbol) throws IOException {
        return Files.write(folder.resolve("daily_" + symbol + ".csv"), MARKET.dailyCsv(symbol));
    }

    /// A state folder as a demo leaves it, with daily bars alone.
    private String lake() throws IOException {
        for (Symbol symbol : MARKET.symbols()) {
            Path object =
                    folder.resolve("s3/bellwetherdata-lake")
                            .resolve(LakeLayout.dailyBarsKey(symbol));
            Files.createDirectories(object.getParent());
            List<OhlcvBar> bars = List.copyOf(MARKET.bars(symbol).values());
            Files.write(object, DailyBarsCsv.write(bars, TradingCalendar.nyse()));
        }
        return folder.toString();
    }
}
