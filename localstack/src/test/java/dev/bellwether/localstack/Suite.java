package dev.bellwether.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;

/// Where the suite finds and puts things, and what it deploys.
public final class Suite {
    /// Gets alerts by SMS.
    public static final String PHONE = "+12025550123";

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
    ///
    /// @param providers base URL of both simulated providers
    /// @param sageMaker base URL of what stands in for it
    public static TreeMap<String, String> context(String providers, String sageMaker) {
        TreeMap<String, String> context = new TreeMap<>();
        context.put("email", "alerts@example.com");
        context.put("phone", PHONE);
        context.put("sms", "on");
        // All pass: what is held against LocalStack is the policy, and every message.
        context.put("alertFilter", "severity=info|warning|critical");
        // The hours of the suite's short session, and those around it.
        context.put("quotesSchedule", "cron(* 9-13 ? * MON-FRI *)");
        context.put("lakeStart", "2025-10-01");
        context.put("lakeEnd", "2026-01-01");
        context.put(
                "trainingImage",
                "000000000000.dkr.ecr.us-east-1.amazonaws.com/bellwether-training:local");
        context.put("alphaVantageCallSpacingMillis", "0");
        context.put("alphaVantageEndpoint", providers);
        context.put("yahooEndpoint", providers);
        context.put("sageMakerEndpoint", sageMaker);
        return context;
    }
}
