package dev.bellwether.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.market.OhlcvBar;
import dev.bellwether.market.Provider;
import dev.bellwether.market.Symbol;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// Runs over a folder of files such as `daily_AAPL.csv`, if one is named.
@EnabledIfSystemProperty(
        named = "bellwether.data",
        matches = ".+",
        disabledReason = "-Dbellwether.data names no folder of real daily CSV files")
class RealDataTest {
    private static final Pattern NAME = Pattern.compile("daily_([A-Z0-9.-]+)\\.csv");

    @TempDir Path root;

    @Test
    void everySymbolIsForecastAndJudged() throws IOException {
        TrainingFolder folder = new TrainingFolder(root);
        int symbols = 0;
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("bellwether.data")))) {
            for (Path file : files.sorted().toList()) {
                Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
                if (name.matches()) {
                    folder.bars(bars(Symbol.of(name.group(1)), file));
                    symbols++;
                }
            }
        }

        assertThat(folder.train()).as(folder.log()).isZero();

        System.out.println(folder.read("model/scores.csv"));
        System.out.println(folder.log());
        assertThat(folder.predictions().lines()).hasSize(symbols + 1);
        assertThat(folder.read("model/scores.csv").lines().skip(1))
                .noneMatch(row -> row.contains(",0,,,"));
    }

    private static List<OhlcvBar> bars(Symbol symbol, Path file) throws IOException {
        try (Stream<String> rows = Files.lines(file)) {
            return rows.skip(1).map(row -> bar(symbol, row.split(",", -1))).toList();
        }
    }

    private static OhlcvBar bar(Symbol symbol, String[] row) {
        return new OhlcvBar(
                symbol,
                LocalDate.parse(row[0]),
                new BigDecimal(row[1]),
                new BigDecimal(row[2]),
                new BigDecimal(row[3]),
                new BigDecimal(row[4]),
                Long.parseLong(row[5]),
                Provider.ALPHA_VANTAGE);
    }
}
