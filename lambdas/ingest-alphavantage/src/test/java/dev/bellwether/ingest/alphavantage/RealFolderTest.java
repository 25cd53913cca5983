package dev.bellwether.ingest.alphavantage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.market.OhlcvBar;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import dev.bellwether.market.wire.DailyBarsCsv;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// Reads a folder of real daily series; say which with `-Dbellwether.data=DIR`.
class RealFolderTest {

    @Test
    void everyDailySeriesOfTheFolderIsReadWhole() throws IOException {
        String folder = System.getProperty("bellwether.data", "");
        if (folder.isEmpty()) {
            System.out.println(
                    "Skipped RealFolderTest.everyDailySeriesOfTheFolderIsReadWhole:"
                            + " no folder of real series given (-Dbellwether.data=DIR)");
        }
        Assumptions.assumeFalse(folder.isEmpty(), "-Dbellwether.data is not set");

        List<Path> files;
        try (Stream<Path> all = Files.walk(Path.of(folder))) {
            files = all.filter(RealFolderTest::isDailySeries).toList();
        }

        assertThat(files)
                .isNotEmpty()
                .allSatisfy(file -> {
                    byte[] body = Files.readAllBytes(file);
                    DailySeries series =
                            ((DailyCsv.Reading.Rows) DailyCsv.read(body, Symbol.of("TEST")))
                                    .series();
                    assertThat(series.bars())
                            .hasSize((int) Files.readString(file).lines().count() - 1);
                    assertThat(series.refused()).isEmpty();
                    byte[] csv = DailyBarsCsv.write(series.bars().values(), TradingCalendar.nyse());
                    assertThat(DailyBarsCsv.read(csv).values())
                            .zipSatisfy(
                                    series.bars().values(),
                                    (OhlcvBar stored, OhlcvBar read) ->
                                            assertThat(stored.sameFigures(read)).isTrue());
                    System.out.println(
                            file
                                    + ": "
                                    + series.bars().size()
                                    + " bars, "
                                    + series.bars().firstKey()
                                    + ".."
                                    + series.bars().lastKey());
                });
    }

    private static boolean isDailySeries(Path file) {
        if (!file.toString().endsWith(".csv")) {
            return false;
        }
        try (Stream<String> lines = Files.lines(file)) {
            List<String> first = lines.limit(2).toList();
            return first.size() == 2
                    && first.getFirst().equals(DailyCsv.HEADER)
                    && first.getLast().matches("\\d{4}-\\d\\d-\\d\\d,.*");
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + file + " failed", e);
        }
    }
}
