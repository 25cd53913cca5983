package dev.bellwether.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bellwether.cli.home.ExitStatus;
import dev.bellwether.market.Provider;
import dev.bellwether.market.Symbol;
import dev.bellwether.simulator.ProviderSimulator;
import dev.bellwether.simulator.SimulatorSettings;
import dev.bellwether.simulator.SyntheticMarket;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `--live` against the simulator's free-key mode: one call a second, full refused, a hundred rows.
class LiveRunTest {
    private static final String KEY = "LIVEKEY0123456789";
    private static final List<Symbol> SYMBOLS = Symbol.listOf("AAPL,META");

    @TempDir Path state;

    @Test
    void aFreeKeyLoadsTheNewestHundredDaysAndStaysInMemory() throws IOException {
        SyntheticMarket market = SyntheticMarket.of(SYMBOLS);
        try (ProviderSimulator simulator =
                ProviderSimulator.start(
                        market, SimulatorSettings.freeKey(InstantSource.system()))) {
            Map<String, String> environment =
                    Map.of(
                            "ALPHAVANTAGE_API_KEY", KEY,
                            "PROVIDER_ENDPOINT_URL_ALPHAVANTAGE",
                                    simulator.alphaVantageUrl().toString(),
                            "PROVIDER_ENDPOINT_URL_YAHOO", simulator.yahooUrl().toString());
            Bellwether.Result result =
                    Bellwether.run(
                            state,
                            environment,
                            "demo",
                            "--once",
                            "--live",
                            "--symbols",
                            "AAPL,META",
                            "-o",
                            "json");

            assertThat(result.exitStatus())
                    .as(() -> String.join("\n", result.progress()) + "\n" + result.output())
                    .isEqualTo(ExitStatus.OK);
            JsonNode summary = new JsonMapper().readTree(result.output());
            assertThat(summary.path("daily_bars")).hasSize(2);
            summary.path("daily_bars")
                    .forEach(row -> assertThat(row.path("bars").asInt()).isEqualTo(100));
            assertThat(result.progress()).anyMatch(line -> line.contains("not in the key's plan"));
            // Two a symbol, and the splits and dividends of the one whose turn it is.
            assertThat(simulator.requests(Provider.ALPHA_VANTAGE)).isLessThanOrEqualTo(6);

            Bellwether.Result tooMany =
                    Bellwether.run(
                            state,
                            environment,
                            "demo",
                            "--once",
                            "--live",
                            "--symbols",
                            "A,B,C,D,E,F,G,H,I,J,K,L");
            assertThat(tooMany.exitStatus()).isEqualTo(ExitStatus.FAILURE);
            assertThat(tooMany.progress()).anyMatch(line -> line.contains("25 calls a day"));
        }
        try (Stream<Path> files = Files.walk(state)) {
            assertThat(files.filter(Files::isRegularFile))
                    .noneMatch(file -> read(file).contains(KEY));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }
}
