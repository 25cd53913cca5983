package dev.bellwether.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bellwether.cli.home.ExitStatus;
import dev.bellwether.market.Symbol;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Providers at their worst, through the whole pipeline: nothing of it becomes data, all of it is
/// kept with a reason.
class BadInputTest {
    private static final List<Symbol> SYMBOLS = Symbol.listOf("GOOD,ROWS,CUT,THR,PAGE,ECHO");

    /// The made-up key of a simulated run.
    private static final Pattern KEY = Pattern.compile("SIM[0-9A-F]{16}");

    @TempDir static Path folder;

    private static Path state;
    private static Bellwether.Result result;
    private static JsonNode summary;

    @BeforeAll
    static void runTheDay() throws IOException {
        state = folder.resolve("state");
        Path input = InputFolder.write(folder.resolve("input"), SYMBOLS);
        Files.writeString(input.resolve("notes.csv"), "a,b\n1,2\n");
        result =
                Bellwether.run(
                        state,
                        "demo",
                        "--once",
                        "--input",
                        input.toString(),
                        "--symbols",
                        "GOOD,ROWS,CUT,THR,PAGE,ECHO",
                        "-o",
                        "json",
                        "--faults",
                        "alphavantage:ROWS:high-below-low,alphavantage:ROWS:negative-volume,alphavantage:CUT:truncated,"
                                + "alphavantage:THR:throttle,alphavantage:PAGE:html-page,alphavantage:ECHO:key-echo");
        assertThat(result.exitStatus())
                .as(() -> String.join("\n", result.progress()))
                .isEqualTo(ExitStatus.PARTIAL);
        summary = new JsonMapper().readTree(result.output());
    }

    @Test
    void onlyGoodRowsBecomeData() {
        Map<String, String> rows = new TreeMap<>();
        summary.path("daily_bars")
                .forEach(row -> rows.put(row.path("symbol").asText(), row.path("bars").asText()));

        assertThat(rows)
                .containsExactly(
                        Map.entry("GOOD", Integer.toString(InputFolder.SESSIONS)),
                        Map.entry("ROWS", Integer.toString(InputFolder.SESSIONS - 2)));
    }

    @Test
    void everyRefusalIsKeptWithItsReason() {
        List<String> reasons = new ArrayList<>();
        summary.path("quarantine")
                .forEach(row ->
                        reasons.add(
                                row.path("symbol").asText() + " " + row.path("reason").asText()));

        assertThat(reasons)
                .contains(
                        "ROWS impossible",
                        "CUT unusable-body",
                        "THR provider-failure",
                        "PAGE unusable-body",
                        "ECHO provider-failure")
                .doesNotContain("GOOD impossible");
        assertThat(reasons.stream().filter("ROWS impossible"::equals)).hasSize(2);
    }

    @Test
    void theSummarySaysWhatFallsShort() {
        List<String> shortfalls = new ArrayList<>();
        summary.path("shortfalls").forEach(shortfall -> shortfalls.add(shortfall.asText()));

        assertThat(shortfalls)
                .contains(
                        "CUT got no bars",
                        "THR got no bars",
                        "PAGE got no bars",
                        "ECHO got no bars")
                .anyMatch(shortfall -> shortfall.contains("in quarantine"));
    }

    @Test
    void theRestGoesOn() {
        assertThat(summary.path("predictions")).hasSize(2);
        summary.path("quotes")
                .forEach(
                        row -> assertThat(row.path("quotes").asInt()).isEqualTo(InputFolder.POLLS));
    }

    @Test
    void otherFilesAreNamedAsIgnored() {
        assertThat(result.progress()).anyMatch(line -> line.contains("ignored notes.csv"));
    }

    @Test
    void theKeyIsInNoFileAndItsEchoIsBlanked() throws IOException {
        List<Path> raw = new ArrayList<>();
        try (Stream<Path> files = Files.walk(state)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertThat(KEY.matcher(text).find()).as("a key in %s", file).isFalse();
                if (file.toString().contains("/raw/")
                        && file.getFileName().toString().startsWith("ECHO")) {
                    raw.add(file);
                }
            }
        }
        assertThat(raw)
                .anySatisfy(file -> assertThat(Files.readString(file)).contains("X".repeat(19)));
        assertThat(result.progress()).noneMatch(line -> KEY.matcher(line).find());
    }
}
