package dev.bellwether.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bellwether.cli.home.ExitStatus;
import dev.bellwether.market.OhlcvBar;
import dev.bellwether.market.Symbol;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run whose provider failed for one symbol and whose bars of another have halved over night:
/// both are put right by commands.
class RepairTest {
    private static final List<Symbol> SYMBOLS = Symbol.listOf("FAIL,HALF");
    private static final LocalDate JUMP = LocalDate.of(2025, 10, 1);

    @TempDir static Path folder;

    private static Path state;
    private static Bellwether.Result demo;
    private static Bellwether.Result backfill;
    private static Bellwether.Result unknown;
    private static Bellwether.Result confirmed;
    private static Bellwether.Result again;

    @BeforeAll
    static void runTheCommands() throws IOException {
        state = folder.resolve("state");
        Path input = InputFolder.write(folder.resolve("input"), SYMBOLS);
        Files.writeString(input.resolve("daily_HALF.csv"), halved());
        demo =
                Bellwether.run(
                        state,
                        "demo",
                        "--once",
                        "--input",
                        input.toString(),
                        "--faults",
                        "alphavantage:FAIL:server-error",
                        "-o",
                        "json");
        backfill =
                Bellwether.run(
                        state,
                        "backfill",
                        "--input",
                        input.toString(),
                        "--calls",
                        "4",
                        "-o",
                        "json");
        unknown = Bellwether.run(state, "cases", "confirm", "HALF", "2025-10-02");
        confirmed =
                Bellwether.run(state, "cases", "confirm", "HALF", JUMP.toString(), "-o", "json");
        again = Bellwether.run(state, "backfill", "--input", input.toString(), "-o", "json");
    }

    @Test
    void whatTheProviderRefusedIsAskedForAgain() throws IOException {
        assertThat(demo.exitStatus()).isEqualTo(ExitStatus.PARTIAL);
        assertThat(backfill.progress())
                .anyMatch(line -> line.contains("FAIL: no daily bars; up to 4 calls"));
        JsonNode failed = new JsonMapper().readTree(backfill.output()).get(0);

        assertThat(failed.path("symbol").asText()).isEqualTo("FAIL");
        assertThat(failed.path("bars_before").asText()).isEqualTo("0");
        assertThat(failed.path("bars_after").asText())
                .isEqualTo(Integer.toString(InputFolder.SESSIONS));
        assertThat(failed.path("missing_after").asText()).isEqualTo("0");
    }

    @Test
    void aSymbolWaitsWhenTheDaysCallsAreUsedUp() throws IOException {
        JsonNode waiting = new JsonMapper().readTree(backfill.output()).get(1);

        assertThat(backfill.exitStatus()).isEqualTo(ExitStatus.PARTIAL);
        assertThat(waiting.path("symbol").asText()).isEqualTo("HALF");
        assertThat(waiting.path("degraded_before").asText()).isEqualTo("1");
        assertThat(waiting.path("outcome").asText()).isEqualTo("not asked yet");
        assertThat(backfill.progress()).anyMatch(line -> line.contains("1 symbols wait"));
    }

    @Test
    void aMoveIsConfirmedByCommand() throws IOException {
        assertThat(confirmed.exitStatus())
                .as(() -> String.join("\n", confirmed.progress()))
                .isEqualTo(ExitStatus.OK);
        JsonNode closed = new JsonMapper().readTree(confirmed.output());

        assertThat(closed).hasSize(1);
        assertThat(closed.get(0).path("trading_day").asText()).isEqualTo(JUMP.toString());
        assertThat(closed.get(0).path("status").asText()).isEqualTo("confirmed-move");
        assertThat(decisions()).hasSize(1);
    }

    @Test
    void aDayWithoutACaseCannotBeConfirmed() {
        assertThat(unknown.exitStatus()).isEqualTo(ExitStatus.FAILURE);
        assertThat(unknown.progress())
                .anyMatch(line -> line.contains("There is no case of HALF on 2025-10-02"));
    }

    @Test
    void thenNothingIsLeftToRepair() {
        assertThat(again.exitStatus())
                .as(() -> String.join("\n", again.progress()))
                .isEqualTo(ExitStatus.OK);
        assertThat(again.progress()).anyMatch(line -> line.endsWith("nothing to repair"));
        assertThat(again.output()).isEmpty();
    }

    private static List<Path> decisions() throws IOException {
        try (Stream<Path> files = Files.walk(state.resolve("s3"))) {
            return files.filter(file -> file.toString().contains("/raw/decision/"))
                    .filter(Files::isRegularFile)
                    .toList();
        }
    }

    /// The market's bars, in half as much money from the jump on.
    private static String halved() {
        Map<LocalDate, OhlcvBar> bars = InputFolder.market(SYMBOLS).bars(Symbol.of("HALF"));
        StringBuilder csv = new StringBuilder("timestamp,open,high,low,close,volume\n");
        bars.forEach((day, bar) -> {
            BigDecimal by = day.isBefore(JUMP) ? BigDecimal.ONE : new BigDecimal("0.5");
            csv.append(day);
            for (BigDecimal price : List.of(bar.open(), bar.high(), bar.low(), bar.close())) {
                csv.append(',').append(price.multiply(by).setScale(4, RoundingMode.HALF_EVEN));
            }
            csv.append(',').append(bar.volume()).append('\n');
        });
        return csv.toString();
    }
}
