package dev.bellwether.localstack;

import dev.bellwether.local.RunEvent;
import dev.bellwether.local.training.JvmTrainingRunner.EntryPoint;
import dev.bellwether.simulator.Faults;
import dev.bellwether.simulator.Market;
import dev.bellwether.simulator.ProviderSimulator;
import dev.bellwether.simulator.SimulatorSettings;
import dev.bellwether.simulator.SyntheticMarket;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// What the deployed functions call that is not LocalStack's: simulated providers, and training;
/// and Glue, which schedules call.
record Surroundings(
        ProviderSimulator simulator, URI providers, TrainingService training, GlueService glue)
        implements AutoCloseable {
    /// A short session, the day after Thanksgiving, closed at one: half of the polls of another.
    static final LocalDate RUN_DAY = LocalDate.of(2025, 11, 28);

    /// Seed at which one symbol crosses upwards on that day, GOOGL, and another downwards, META.
    private static final long SEED = 10475;

    private static final int SESSIONS = 300;

    /// Two of one symbol's rows cannot be, and one symbol is refused at all.
    private static final Faults FAULTS =
            Faults.parse(
                    "alphavantage:NVDA:high-below-low,alphavantage:NVDA:negative-volume,alphavantage:NFLX:html-page");

    /// Serves on loopback, for local-aws, and on the containers' gateway.
    static Surroundings start(LocalStack localStack) {
        ProviderSimulator simulator =
                ProviderSimulator.start(market(), SimulatorSettings.premium().withFaults(FAULTS));
        return new Surroundings(
                simulator,
                simulator.serveOn(localStack.hostAddress()),
                TrainingService.start(
                        localStack,
                        Suite.java(),
                        Suite.target()
                                .resolve(
                                        "training-"
                                                + ProcessHandle.current().pid()), // jobs last in it
                        trainingEntryPoint(),
                        _ -> {}),
                GlueService.start(
                        Suite.home(),
                        Suite.java(),
                        Suite.target().resolve("glue-" + ProcessHandle.current().pid()),
                        event -> {
                            if (event instanceof RunEvent.JobPrinted(_, String line)) {
                                Timings.note(line);
                            }
                        }));
    }

    static Market market() {
        return new SyntheticMarket(SEED, SyntheticMarket.DEFAULT_SYMBOLS, RUN_DAY, SESSIONS);
    }

    static EntryPoint trainingEntryPoint() {
        return new EntryPoint(
                List.of(
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED"),
                Suite.home().resolve("training-job/target/training-job-function.jar").toString(),
                "dev.bellwether.training.TrainMain");
    }

    /// The providers as processes of this machine see them.
    Map<String, String> loopbackEndpoints() {
        return Map.of(
                "PROVIDER_ENDPOINT_URL_ALPHAVANTAGE", simulator.alphaVantageUrl().toString(),
                "PROVIDER_ENDPOINT_URL_YAHOO", simulator.yahooUrl().toString());
    }

    @Override
    public void close() {
        glue.close();
        training.close();
        simulator.close();
    }
}
