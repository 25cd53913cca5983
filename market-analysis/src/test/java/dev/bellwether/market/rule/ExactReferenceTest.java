package dev.bellwether.market.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.market.ClosedBar;
import dev.bellwether.market.SeriesFacts;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The evaluator against a second computation that shares nothing with it: closes as whole numbers
/// of 10^-18 in prefix sums, and the sign of `slow * (sum of fast) - fast * (sum of slow)`.
class ExactReferenceTest {
    private static final int UNITS = 18;

    @ParameterizedTest
    @CsvSource({"5,20", "1,2", "2,4", "3,7", "10,50", "50,200"})
    void crossingsAreThoseOfWholeNumbers(int fast, int slow) {
        int ties = 0;
        int crossings = 0;
        for (long seed = 1; seed <= 40; seed++) {
            List<ClosedBar> bars = Bars.tieWalk(seed, 600);
            List<String> expected = new ArrayList<>();
            ties += reference(bars, fast, slow, expected);
            assertThat(actual(bars, fast, slow)).as("seed %d", seed).isEqualTo(expected);
            crossings += expected.size();
        }
        assertThat(ties).as("exact ties met").isPositive();
        assertThat(crossings).isGreaterThan(40);
    }

    @Test
    @EnabledIfSystemProperty(
            named = "bellwether.data",
            matches = ".+",
            disabledReason = "-Dbellwether.data names no folder of real series")
    void crossingsOfRealFilesAreThoseOfWholeNumbers() throws IOException {
        try (Stream<Path> files =
                Files.list(
                        Path.of(System.getProperty("bellwether.data"), "alphavantage", "daily"))) {
            List<Path> daily = files.filter(file -> file.toString().endsWith(".csv")).toList();
            assertThat(daily).isNotEmpty();
            for (Path file : daily) {
                List<ClosedBar> bars = bars(file);
                List<String> expected = new ArrayList<>();
                reference(bars, 5, 20, expected);
                assertThat(actual(bars, 5, 20)).as(file.toString()).isEqualTo(expected);
            }
        }
    }

    /// Adds each crossing as `<index> <direction>`; returns how many ties there were.
    private static int reference(List<ClosedBar> bars, int fast, int slow, List<String> crossings) {
        BigInteger[] sums = new BigInteger[bars.size() + 1];
        sums[0] = BigInteger.ZERO;
        for (int i = 0; i < bars.size(); i++) {
            BigInteger units = bars.get(i).close().movePointRight(UNITS).toBigIntegerExact();
            sums[i + 1] = sums[i].add(units);
        }
        int ties = 0;
        int side = 0;
        for (int end = slow; end <= bars.size(); end++) {
            BigInteger ofFast = sums[end].subtract(sums[end - fast]);
            BigInteger ofSlow = sums[end].subtract(sums[end - slow]);
            int now =
                    ofFast.multiply(BigInteger.valueOf(slow))
                            .compareTo(ofSlow.multiply(BigInteger.valueOf(fast)));
            if (now == 0) {
                ties++;
                continue;
            }
            if (side != 0 && now != side) {
                crossings.add((end - 1) + (now > 0 ? " up" : " down"));
            }
            side = now;
        }
        return ties;
    }

    private static List<String> actual(List<ClosedBar> bars, int fast, int slow) {
        return Bars.indices(
                Bars.plain("sma-crossover:%d,%d".formatted(fast, slow)), bars, SeriesFacts.NONE);
    }

    private static List<ClosedBar> bars(Path file) throws IOException {
        List<ClosedBar> bars = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            String[] cells = line.split(",", -1);
            if (!cells[0].equals("timestamp")) {
                bars.add(
                        Bars.day(
                                LocalDate.parse(cells[0]),
                                new BigDecimal(cells[4]).toPlainString()));
            }
        }
        Collections.reverse(bars);
        return bars;
    }
}
