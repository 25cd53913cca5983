package dev.bellwether.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.cli.home.ExitStatus;
import dev.bellwether.market.Symbol;
import dev.bellwether.simulator.ProviderSimulator;
import dev.bellwether.simulator.SimulatorSettings;
import dev.bellwether.simulator.SyntheticMarket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The day's training as a function, from the template to the forecasts. It ends as partial once
/// the synthetic market's last day is over: its bars are stale then.
class FunctionBackendTest {
    private static final List<Symbol> SYMBOLS = Symbol.listOf("AAPL,META");

    @TempDir Path state;

    @Test
    void theFunctionPublishesForecastsAfterTheLakesJobAndASecondRunStartsNoOther()
            throws IOException {
        SyntheticMarket market = SyntheticMarket.of(SYMBOLS);
        String job = "bellwether-lasso-%s-[0-9a-f]{8}-1".formatted(market.runDay());
        try (ProviderSimulator simulator =
                ProviderSimulator.start(market, SimulatorSettings.premium())) {
            Bellwether.Result first = run(simulator);

            assertThat(first.exitStatus())
                    .as(() -> String.join("\n", first.progress()))
                    .isIn(ExitStatus.OK, ExitStatus.PARTIAL);
            assertThat(first.progress())
                    .anyMatch(line ->
                            line.matches(".*training +started " + job + " after the lake's job"))
                    .anyMatch(line -> line.matches(".*training +" + job + ": Completed"));
            Map<String, String> lake = lake();
            assertThat(text(lake, "training/jobs/" + job + "\\.json"))
                    .contains("\"TrainingJobStatus\":\"Completed\"");
            assertThat(lake.keySet())
                    .anyMatch(key -> key.matches("models/" + job + "/output/model\\.tar\\.gz"));
            assertThat(
                            text(
                                            lake,
                                            "predictions/dt=%s/predictions\\.csv"
                                                    .formatted(market.runDay()))
                                    .lines()
                                    .skip(1)
                                    .map(line -> line.substring(0, line.indexOf(','))))
                    .containsExactly("AAPL", "META");

            Bellwether.Result second = run(simulator);

            assertThat(second.exitStatus())
                    .as(() -> String.join("\n", second.progress()))
                    .isIn(ExitStatus.OK, ExitStatus.PARTIAL);
            assertThat(second.progress())
                    .anyMatch(line ->
                            line.matches(
                                    ".*training +already-started "
                                            + job
                                            + " after the lake's job"));
            assertThat(lake().keySet().stream().filter(key -> key.startsWith("training/jobs/")))
                    .hasSize(1);
        }
    }

    private Bellwether.Result run(ProviderSimulator simulator) {
        return Bellwether.run(
                state,
                Map.of(
                        "ALPHAVANTAGE_API_KEY", "LIVEKEY0123456789",
                        "PROVIDER_ENDPOINT_URL_ALPHAVANTAGE",
                                simulator.alphaVantageUrl().toString(),
                        "PROVIDER_ENDPOINT_URL_YAHOO", simulator.yahooUrl().toString()),
                "demo",
                "--once",
                "--live",
                "--symbols",
                "AAPL,META",
                "-c",
                "trainingBackend=function");
    }

    private static String text(Map<String, String> lake, String key) {
        return lake.entrySet().stream()
                .filter(object -> object.getKey().matches(key))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + key + " in " + lake.keySet()));
    }

    /// Objects of the lake by key, as text.
    private Map<String, String> lake() throws IOException {
        Map<String, String> objects = new TreeMap<>();
        Path buckets = state.resolve("s3");
        try (Stream<Path> files = Files.walk(buckets)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> {
                        String path = buckets.relativize(file).toString();
                        if (path.contains("-lake")) {
                            objects.put(path.substring(path.indexOf('/') + 1), read(file));
                        }
                    });
        }
        return objects;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
