package dev.bellwether.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;

/// Where the suite finds and puts things, and what it deploys.
public final class Suite {
    private Suite() {}

    /// The repository's folder; the build names it.
    public static Path home() {
        return Path.of(System.getProperty("bellwether.home", "..")).toAbsolutePath().normalize();
    }

    /// This JDK's `java`.
    public static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /// Folder of what a run leaves to be read: times, logs, tables.
    public static Path target() {
        Path folder = home().resolve("localstack/target/localstack");
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Making " + folder + " failed", e);
        }
    }

    /// Everything that the app can be told to deploy is deployed.
    static TreeMap<String, String> context(LocalStack localStack) {
        return context(localStack.hostAddress());
    }

    /// The same for a machine that functions see at that address.
    public static TreeMap<String, String> context(String hostAddress) {
        TreeMap<String, String> context = new TreeMap<>();
        context.put("email", "alerts@example.com");
        context.put("phone", "+12025550123");
        context.put(
                "trainingImage",
                "000000000000.dkr.ecr.us-east-1.amazonaws.com/bellwether-training:local");
        context.put("alphaVantageCallSpacingMillis", "0");
        // Not called by what only reads the deployment; declared, so that it is read back, too.
        context.put("alphaVantageEndpoint", "http://%s:1".formatted(hostAddress));
        context.put("yahooEndpoint", "http://%s:1".formatted(hostAddress));
        context.put("sageMakerEndpoint", "http://%s:1".formatted(hostAddress));
        return context;
    }
}
