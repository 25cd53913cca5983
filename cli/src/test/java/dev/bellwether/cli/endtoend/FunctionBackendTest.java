package dev.bellwether.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.cli.home.ExitStatus;
import dev.bellwether.cli.home.StateFolder;
import dev.bellwether.cli.lake.LocalLake;
import dev.bellwether.cli.lake.LocalLake.LakeObject;
import dev.bellwether.market.Symbol;
import dev.bellwether.simulator.ProviderSimulator;
import dev.bellwether.simulator.SimulatorSettings;
import dev.bellwether.simulator.SyntheticMarket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The day's training as a function, from the template to the forecasts.
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
                    .isEqualTo(ExitStatus.OK);
            assertThat(first.progress())
                    .anyMatch(line ->
                            line.matches(".*training +started " + job + " after the lake's job"))
                    .anyMatch(line -> line.matches(".*training +" + job + ": Completed"));
            LakeObject status = only("training/jobs/");
            assertThat(status.key()).matches("training/jobs/" + job + "\\.json");
            assertThat(status.file()).content().contains("\"TrainingJobStatus\":\"Completed\"");
            assertThat(only("models/").key()).matches("models/" + job + "/output/model\\.tar\\.gz");
            LakeObject forecasts = only("predictions/");
            assertThat(forecasts.key())
                    .isEqualTo("predictions/dt=%s/predictions.csv".formatted(market.runDay()));
            assertThat(
                            Files.readAllLines(forecasts.file()).stream()
                                    .skip(1)
                                    .map(line -> line.substring(0, line.indexOf(','))))
                    .containsExactly("AAPL", "META");

            Bellwether.Result second = run(simulator);

            assertThat(second.exitStatus())
                    .as(() -> String.join("\n", second.progress()))
                    .isEqualTo(ExitStatus.OK);
            assertThat(second.progress())
                    .anyMatch(line ->
                            line.matches(
                                    ".*training +already-started "
                                            + job
                                            + " after the lake's job"));
            assertThat(only("training/jobs/").modified()).isEqualTo(status.modified());
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

    private LakeObject only(String prefix) {
        List<LakeObject> objects = LocalLake.of(new StateFolder(state)).objects(prefix);
        assertThat(objects).as(prefix).hasSize(1);
        return objects.getFirst();
    }
}
