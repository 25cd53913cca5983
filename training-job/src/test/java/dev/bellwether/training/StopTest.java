package dev.bellwether.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.market.Symbol;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no SIGTERM")
class StopTest {
    @TempDir Path root;

    @Test
    void sigtermLeavesTheModelsMadeSoFarAndSaysThatSymbolsAreMissing() throws Exception {
        TrainingFolder folder = new TrainingFolder(root);
        folder.bars(Walks.noise(Symbol.of("AAPL"), 1, 170));
        folder.bars(Walks.autoregressive(Symbol.of("MSFT"), 1, 900, 0.5));
        folder.bars(Walks.autoregressive(Symbol.of("NVDA"), 1, 900, 0.5));

        Process job = start();
        try (BufferedReader out = job.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).isEqualTo(StoppableJob.READY);
            job.destroy();
            assertThat(job.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            job.destroyForcibly();
        }

        assertThat(job.exitValue()).isEqualTo(128 + 15);
        assertThat(folder.read("model/manifest.json"))
                .contains("\"state\" : \"stopped\"", "\"symbols_done\" : [ \"AAPL\", \"MSFT\" ]");
        assertThat(folder.read("model/symbols/AAPL.json")).contains("\"symbol\" : \"AAPL\"");
        assertThat(folder.has("model/symbols/NVDA.json")).isFalse();
        assertThat(folder.has("model/scores.csv")).isFalse();
        assertThat(folder.has("output/failure")).isFalse();
    }

    private Process start() throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        // Symbols are trained two at a time: the third is not begun.
                        "-XX:ActiveProcessorCount=2",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StoppableJob.class.getName(),
                        "train");
        builder.environment().put("BELLWETHER_ML_ROOT", root.toString());
        return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }
}
