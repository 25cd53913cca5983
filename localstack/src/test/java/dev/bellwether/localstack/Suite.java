package dev.bellwether.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;

/// Where the suite finds and puts things, and what it deploys.
final class Suite {
    static final dev.bellwether.simulator.ProviderSimulator SIM = dev.bellwether.simulator.ProviderSimulator.start(dev.bellwether.simulator.SyntheticMarket.of(dev.bellwether.simulator.SyntheticMarket.DEFAULT_SYMBOLS), dev.bellwether.simulator.SimulatorSettings.premium());
    private Suite() {}

    /// The repository's folder; the build names it.
    static Path home() {
        return Path.of(System.getProperty("bellwether.home", "..")).toAbsolutePath().normalize();
    }

    static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /// Folder of what a run leaves to be read: times, logs, tables.
    static Path target() {
        Path folder = home().resolve("localstack/target/localstack");
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Making " + folder + " failed", e);
        }
    }

    /// Everything that the app can be told to deploy is deployed.
    static TreeMap<String, String> context(LocalStack localStack) {
        TreeMap<String, String> context = new TreeMap<>();
        context.put("email", "alerts@example.com");
        context.put("phone", "+12025550123");
        context.put(
                "trainingImage",
                "000000000000.dkr.ecr.us-east-1.amazonaws.com/bellwether-training:local");
        context.put("alphaVantageCallSpacingMillis", "0");
        String simulator = SIM.serveOn(localStack.hostAddress()).toString();
        context.put("alphaVantageEndpoint", simulator);
        context.put("yahooEndpoint", simulator);
        return context;
    }
}
