package dev.bellwether.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the pages show as output is what the commands print, over the demo's market.
class DocumentedExamplesTest {
    private static final Pattern EXAMPLE =
            Pattern.compile("```\n\\./bellwether (.+)\n((?:.*\n)+?)```\n");

    @TempDir Path folder;

    @BeforeEach
    void writeTheDemosBars() throws IOException {
        SyntheticMarket market = SyntheticMarket.of(SyntheticMarket.DEFAULT_SYMBOLS);
        for (Symbol symbol : market.symbols()) {
            Path object =
                    folder.resolve("s3/bellwetherdata-lake")
                            .resolve(LakeLayout.dailyBarsKey(symbol));
            Files.createDirectories(object.getParent());
            List<OhlcvBar> bars =
                    market.bars(symbol).values().stream()
                            .map(DocumentedExamplesTest::withDecimalsOfAlphaVantage)
                            .toList();
            byte[] csv = DailyBarsCsv.write(bars, TradingCalendar.nyse());
            Files.write(object, csv);
            Files.write(folder.resolve(symbol + ".csv"), csv);
        }
    }

    @Test
    void examplesOfBacktestsAreTrue() throws IOException {
        Path page =
                Path.of(System.getProperty("bellwether.home", ".."))
                        .resolve("docs/how-to/backtest.md");
        Matcher examples = EXAMPLE.matcher(Files.readString(page));
        int seen = 0;
        while (examples.find()) {
            String shown = examples.group(2);
            CommandRun run = CommandRun.of(arguments(examples.group(1)));
            List<String> printed = run.lines().stream().map(String::stripTrailing).toList();
            assertThat(printed)
                    .as(examples.group(1) + "\n" + run.errors())
                    .containsSubsequence(
                            shown.lines().filter(line -> !line.equals("...")).toList());
            seen++;
        }
        assertThat(seen).isEqualTo(5);
    }

    /// The provider writes four, and a backtest takes a close as it stands.
    private static OhlcvBar withDecimalsOfAlphaVantage(OhlcvBar bar) {
        return new OhlcvBar(
                bar.symbol(),
                bar.tradingDay(),
                bar.open().setScale(4),
                bar.high().setScale(4),
                bar.low().setScale(4),
                bar.close().setScale(4),
                bar.volume(),
                bar.provider());
    }

    private String[] arguments(String command) {
        List<String> arguments = new ArrayList<>();
        for (String word : command.split(" ", -1)) {
            arguments.add(word.endsWith(".csv") ? folder.resolve(word).toString() : word);
        }
        if (!arguments.getFirst().equals("backtest")) {
            arguments.addAll(List.of("--state", folder.toString()));
        }
        return arguments.toArray(String[]::new);
    }
}
