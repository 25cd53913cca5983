package dev.bellwether.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bellwether.cli.home.ExitStatus;
import dev.bellwether.cli.quarantine.Kept;
import dev.bellwether.market.QuarantineReason;
import dev.bellwether.market.QuarantineRecord;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.lake.LakeLayout;
import dev.bellwether.market.wire.QuarantineJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
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
    private static Bellwether.Result whileRunning;
    private static JsonNode summary;

    @BeforeAll
    static void runTheDay() throws IOException {
        state = folder.resolve("state");
        Path input = InputFolder.write(folder.resolve("input"), SYMBOLS);
        Files.writeString(input.resolve("notes.csv"), "a,b\n1,2\n");
        try (Bellwether run =
                Bellwether.start(
                        state,
                        Map.of(),
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
                                + "alphavantage:THR:throttle,alphavantage:PAGE:html-page,alphavantage:ECHO:key-echo")) {
            run.awaitFile(state, "quotes/dt=");
            whileRunning = Bellwether.run(state, "rules", "list", "-o", "csv");
            result = run.finish();
        }
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
    void aCommandAsksTheRunThatIsGoingOn() {
        assertThat(whileRunning.exitStatus())
                .as(() -> String.join("\n", whileRunning.progress()))
                .isEqualTo(ExitStatus.OK);
        assertThat(whileRunning.output()).contains("sma-daily", "move-daily");
        assertThat(state.resolve("endpoints.json")).doesNotExist();
    }

    @Test
    void whatIsAQuoteAfterAllGoesBackThroughThePipeline() throws IOException {
        QuarantineRecord good = rejected(quote("\"price\":2"));
        QuarantineRecord bad = rejected(quote("\"price\":9"));
        keep("failures", "aws/lambda/m/s/a-11111111-1111-4111-8111-111111111111", poison());
        keep("failures", "aws/lambda/m/s/b-22222222-2222-4222-8222-222222222222", change());
        assertThat(run("quarantine", "list", "--reason", "given-up", "-o", "csv").lines())
                .hasSize(3);

        Bellwether.Result redriven = Bellwether.run(state, "quarantine", "redrive", "-o", "csv");

        assertThat(redriven.exitStatus())
                .as(() -> String.join("\n", redriven.progress()))
                .isEqualTo(ExitStatus.PARTIAL);
        assertThat(redriven.output().lines())
                .contains(
                        good.id() + ",stream-processor,GOOD,redriven,1,",
                        "11111111-1111-4111-8111-111111111111,StreamProcessor-X1,,redriven,1,")
                .anyMatch(line -> line.startsWith(bad.id()) && line.contains("still invalid"))
                .anyMatch(line -> line.startsWith("22222222") && line.contains(",redriven,1,"))
                .anyMatch(line -> line.contains("ingest-alphavantage,ROWS,other source"));
        assertThat(redriven.progress())
                .anyMatch(line ->
                        line.contains("3 records put back: 1 quotes stored, 1 quarantined again"));
        assertThat(
                        run(
                                "query",
                                "select price from quotes where second(\"timestamp\") = 5",
                                "-o",
                                "csv"))
                .isEqualTo("price\n2.000000\n");
    }

    @Test
    void rulesAreKeptInTheTable() throws IOException {
        run("rules", "add", "sma-crossover:3,8", "--id", "fast", "--timeframe", "15m");
        run("rules", "add", "sma-crossover:4,9", "--id", "fast", "--symbols", "GOOD,ROWS");
        run("rules", "mute", "sma-daily", "--until", "2099-01-01T00:00:00Z");

        assertThat(run("rules", "list", "-o", "csv").lines())
                .contains(
                        "fast,2,\"sma-crossover:4,9\",1d,alphavantage,1,\"GOOD,ROWS\",warning,enabled,,1970-01-01T00:00:00Z",
                        "sma-daily,1,\"sma-crossover:5,20\",1d,alphavantage,1,all,warning,enabled,2099-01-01T00:00:00Z,1970-01-01T00:00:00Z");
        Bellwether.Result unknown =
                Bellwether.run(
                        state, "rules", "add", "price-level:9", "--id", "x", "--symbols", "ZZZ");
        assertThat(unknown.exitStatus()).isEqualTo(ExitStatus.USAGE);
        assertThat(unknown.progress())
                .anyMatch(line -> line.contains("ZZZ") && line.contains("GOOD"));
    }

    private static String run(String... arguments) {
        Bellwether.Result result = Bellwether.run(state, arguments);
        assertThat(result.exitStatus())
                .as(() -> String.join("\n", result.progress()))
                .isEqualTo(ExitStatus.OK);
        return result.output();
    }

    private static String quote(String price) {
        return """
        {"symbol":"GOOD","open":1,"high":3,"low":1,%s,"previous_close":2,"change":0,"change_percent":0,"volume":5,\
        "timestamp":"2025-11-28T15:00:05Z","provider":"yahoo","feed":"composite","schema_version":1}\
        """
                .formatted(price);
    }

    private static QuarantineRecord rejected(String text) throws IOException {
        QuarantineRecord rejected =
                new QuarantineRecord(
                        "stream-processor",
                        "GOOD",
                        QuarantineReason.INVALID_QUOTE,
                        "as an older version saw it (sequence number 1)",
                        text,
                        "",
                        Instant.parse("2025-11-28T15:00:05Z"));
        keep(
                "lake",
                LakeLayout.quarantineKey(InputFolder.DAY, rejected.source(), rejected.id()),
                new String(QuarantineJson.write(List.of(rejected)), StandardCharsets.UTF_8));
        return rejected;
    }

    private static String poison() {
        return Kept.givenUpOfStream("GOOD", new byte[] {(byte) 0xFF, 1});
    }

    private static String change() throws IOException {
        try (Stream<Path> functions = Files.list(state.resolve("functions"))) {
            return Kept.givenUpOfTable(
                    functions
                            .map(function -> function.getFileName().toString())
                            .filter(function -> function.contains("TrendAlerts"))
                            .findFirst()
                            .orElseThrow());
        }
    }

    private static void keep(String bucket, String key, String content) throws IOException {
        try (Stream<Path> buckets = Files.list(state.resolve("s3"))) {
            Path file =
                    buckets.filter(folder -> folder.getFileName().toString().contains(bucket))
                            .findFirst()
                            .orElseThrow()
                            .resolve(key);
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        }
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
