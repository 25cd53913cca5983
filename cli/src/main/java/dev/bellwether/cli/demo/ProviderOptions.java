package dev.bellwether.cli.demo;

import dev.bellwether.simulator.Faults;
import dev.bellwether.simulator.KeyPlan;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// The options that say whom a run asks for data, which all commands that ask share.
public final class ProviderOptions {
    private static final String KEY_VARIABLE = "ALPHAVANTAGE_API_KEY";

    @Option(
            names = "--input",
            paramLabel = "DIR",
            description =
                    "Folder of daily CSV files with the header timestamp,open,high,low,close,volume"
                            + " (default: a synthetic market).")
    private @Nullable Path input;

    @Option(
            names = "--live",
            description =
                    "Ask the real providers. The Alpha Vantage key comes from the environment variable "
                            + KEY_VARIABLE
                            + " and is kept in memory only.")
    private boolean live;

    @Option(
            names = "--faults",
            paramLabel = "LIST",
            description =
                    "Make the simulated providers misbehave: provider:symbol:fault[:times], comma-separated, such"
                            + " as alphavantage:AAPL:throttle.")
    private @Nullable String faults;

    @Option(
            names = "--free-key",
            description =
                    "Simulate a free Alpha Vantage key: 25 calls a day, 1 a second, 100 rows.")
    private boolean freeKey;

    /// Whether the real providers are asked.
    public boolean isLive() {
        return live;
    }

    /// Whether the key has a free one's quota.
    public boolean isFreeKey() {
        return live || freeKey;
    }

    /// Whether the user has said whom to ask.
    public boolean isChosen() {
        return live || input != null;
    }

    /// Whom to ask; a wrong option is a usage error.
    ///
    /// @param symbols separated by commas; null for those of the market
    /// @param environment the command's, which holds the key of `--live`
    public Providers open(
            CommandLine commandLine, @Nullable String symbols, Map<String, String> environment) {
        return live ? openLive(commandLine, symbols, environment) : simulate(commandLine, symbols);
    }

    private Providers openLive(
            CommandLine commandLine, @Nullable String symbols, Map<String, String> environment) {
        if (input != null || faults != null || freeKey) {
            throw new ParameterException(
                    commandLine,
                    "--live asks the real providers: it goes without --input, --faults and --free-key.");
        }
        String key = environment.get(KEY_VARIABLE);
        if (key == null || key.isBlank()) {
            throw new ParameterException(
                    commandLine,
                    "--live needs an Alpha Vantage key in the environment variable "
                            + KEY_VARIABLE
                            + ".");
        }
        try {
            return Providers.live(
                    symbols, key, otherEndpoints(environment), InstantSource.system());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(commandLine, String.valueOf(e.getMessage()), e);
        }
    }

    // For whoever reaches the providers by another way, a proxy or a stand-in.
    private static Map<String, String> otherEndpoints(Map<String, String> environment) {
        Map<String, String> endpoints = new TreeMap<>(environment);
        endpoints.keySet().removeIf(name -> !name.startsWith("PROVIDER_ENDPOINT_URL_"));
        return endpoints;
    }

    private Providers simulate(CommandLine commandLine, @Nullable String symbols) {
        Faults chosen;
        try {
            chosen = faults == null ? Faults.none() : Faults.parse(faults);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(commandLine, String.valueOf(e.getMessage()), e);
        }
        return Providers.simulated(
                DemoMarket.of(commandLine, input, symbols),
                freeKey ? KeyPlan.FREE : KeyPlan.PREMIUM,
                chosen,
                InstantSource.system());
    }
}
