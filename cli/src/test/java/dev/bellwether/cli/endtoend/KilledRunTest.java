package dev.bellwether.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bellwether.cli.home.ExitStatus;
import dev.bellwether.market.Symbol;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// SIGKILL to a function, to an engine, to the whole: the next run on the same state goes on, and
/// nothing is there twice.
class KilledRunTest {
    private static final List<Symbol> SYMBOLS = Symbol.listOf("ALFA,BRAV");

    @TempDir Path folder;

    @Test
    void afterAnyKillTheNextRunGoesOn() throws IOException {
        Path input = InputFolder.write(folder.resolve("input"), SYMBOLS);
        Path state = folder.resolve("state");
        String[] demo = {"demo", "--once", "--input", input.toString(), "-o", "json"};

        killAll(state, demo);
        killEngine(state, demo);
        Bellwether.Result last = killFunction(state, demo);

        assertThat(last.exitStatus())
                .as(() -> String.join("\n", last.progress()))
                .isEqualTo(ExitStatus.OK);
        JsonNode summary = new JsonMapper().readTree(last.output());
        assertThat(summary.path("daily_bars")).hasSize(2);
        summary.path("daily_bars")
                .forEach(row ->
                        assertThat(row.path("bars").asInt()).isEqualTo(InputFolder.SESSIONS));
        assertThat(summary.path("quotes")).hasSize(2);
        summary.path("quotes")
                .forEach(
                        row -> assertThat(row.path("quotes").asInt()).isEqualTo(InputFolder.POLLS));
        assertThat(summary.path("alerts")).hasSize(crossings());
        assertThat(summary.path("predictions")).hasSize(2);
        assertThat(messages(state)).doesNotHaveDuplicates().hasSize(crossings());
    }

    /// The command itself, in the middle of the session: every process of the run must end.
    private static void killAll(Path state, String... demo) {
        try (Bellwether run = Bellwether.start(state, Map.of(), demo)) {
            run.awaitFile(state, "quotes/dt=");
            List<ProcessHandle> tree = run.handle().descendants().toList();
            assertThat(tree).hasSizeGreaterThan(4);
            run.handle().destroyForcibly();
            run.finish();
            for (ProcessHandle process : tree) {
                assertThat(
                                process.onExit()
                                        .completeOnTimeout(process, 30, TimeUnit.SECONDS)
                                        .join()
                                        .isAlive())
                        .as(() -> "still alive: " + process.info())
                        .isFalse();
            }
        }
    }

    /// The stream's engine: this run can't go on and says so.
    private static void killEngine(Path state, String... demo) {
        try (Bellwether run = Bellwether.start(state, Map.of(), demo)) {
            run.awaitProgress(line -> line.contains("history"));
            run.kill("kinesis");
            Bellwether.Result result = run.finish();
            assertThat(result.exitStatus()).isEqualTo(ExitStatus.FAILURE);
            assertThat(result.progress()).anyMatch(line -> line.contains("kinesis"));
        }
    }

    /// A function: the event source mapping tries its batch again.
    private static Bellwether.Result killFunction(Path state, String... demo) {
        try (Bellwether run = Bellwether.start(state, Map.of(), demo)) {
            run.awaitProgress(line -> line.contains("history"));
            run.awaitProcess("StreamProcessorHandler");
            run.kill("StreamProcessorHandler");
            return run.finish();
        }
    }

    private static int crossings() {
        return ExpectedAlerts.of(InputFolder.market(SYMBOLS), SYMBOLS).size();
    }

    private static List<String> messages(Path state) throws IOException {
        Path outbox = state.resolve("outbox");
        if (!Files.isDirectory(outbox)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(outbox)) {
            return files.flatMap(KilledRunTest::lines).toList();
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
