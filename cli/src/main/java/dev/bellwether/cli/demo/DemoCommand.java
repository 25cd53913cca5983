package dev.bellwether.cli.demo;

import dev.bellwether.cli.home.Home;
import dev.bellwether.cli.home.StateFolder;
import dev.bellwether.cli.home.StateOption;
import dev.bellwether.cli.output.OutputFormat;
import dev.bellwether.cli.output.Progress;
import dev.bellwether.localstack.LocalStackSettings;
import dev.bellwether.simulator.Faults;
import dev.bellwether.simulator.KeyPlan;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `bellwether demo`: the whole pipeline on this machine.
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the synthesized stacks on this machine: daily bars, a session of quotes, alerts, training,"
                    + " predictions. Without --once it goes on on the wall clock until stopped."
        })
public final class DemoCommand implements Callable<Integer> {
    private static final String KEY_VARIABLE = "ALPHAVANTAGE_API_KEY";

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private StateOption state = new StateOption();

    @Option(names = "--once", description = "One market day in order, then a summary.")
    private boolean once;

    /// Where the stacks run.
    enum Where {
        /// On this machine's own engines.
        LOCAL_AWS("local-aws"),
        /// Deployed into LocalStack in a Docker container.
        LOCALSTACK("localstack");

        private final String word;

        Where(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    @Option(
            names = "--on",
            paramLabel = "WHERE",
            description =
                    "local-aws: this machine's own engines. localstack: deployed by the CDK into LocalStack in a Docker"
                            + " container, with --once (default: ${DEFAULT-VALUE}).",
            defaultValue = "local-aws")
    private Where where = Where.LOCAL_AWS;

    @Option(
            names = "--input",
            paramLabel = "DIR",
            description =
                    "Folder of daily CSV files with the header timestamp,open,high,low,close,volume"
                            + " (default: a synthetic market).")
    private @Nullable Path input;

    @Option(names = "--symbols", paramLabel = "A,B", description = "Only these symbols.")
    private @Nullable String symbols;

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

    @Option(
            names = "-o",
            description = "table, json or csv (default: ${DEFAULT-VALUE}).",
            defaultValue = "table")
    private OutputFormat format = OutputFormat.TABLE;

    @Override
    public Integer call() {
        Home home = Home.current();
        CommandLine commandLine = spec.commandLine();
        Progress progress = new Progress(commandLine.getErr(), System.console() != null);
        if (where == Where.LOCALSTACK && (live || !once)) {
            throw new ParameterException(
                    commandLine,
                    "--on localstack replays one market day: it goes with --once and without --live.");
        }
        try (Providers providers =
                live ? liveProviders(commandLine) : simulatedProviders(commandLine)) {
            // What was copied out of LocalStack is not what local-aws goes on from.
            StateFolder folder =
                    switch (where) {
                        case LOCAL_AWS -> state.folder();
                        case LOCALSTACK -> state.folder().ofLocalStack();
                    };
            folder.findRefusal(providers.kind())
                    .ifPresent(refusal -> {
                        throw new ParameterException(commandLine, refusal);
                    });
            Consumer<DemoSummary> shown = summary -> summary.print(format, commandLine.getOut());
            return switch (where) {
                case LOCAL_AWS ->
                        new DemoRun(home, folder, providers, progress, InstantSource.system())
                                .run(
                                        once ? DemoRun.Afterwards.STOP : DemoRun.Afterwards.GO_ON,
                                        shown);
                case LOCALSTACK ->
                        new LocalStackRun(
                                        home,
                                        folder,
                                        providers,
                                        progress,
                                        InstantSource.system(),
                                        LocalStackSettings.from(System.getenv()))
                                .run(shown);
            };
        }
    }

    private Providers liveProviders(CommandLine commandLine) {
        if (input != null || faults != null || freeKey) {
            throw new ParameterException(
                    commandLine,
                    "--live asks the real providers: it goes without --input, --faults and --free-key.");
        }
        String key = System.getenv(KEY_VARIABLE);
        if (key == null || key.isBlank()) {
            throw new ParameterException(
                    commandLine,
                    "--live needs an Alpha Vantage key in the environment variable "
                            + KEY_VARIABLE
                            + ".");
        }
        try {
            return Providers.live(symbols, key, otherEndpoints(), InstantSource.system());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(commandLine, String.valueOf(e.getMessage()), e);
        }
    }

    // For whoever reaches the providers by another way, a proxy or a stand-in.
    private static Map<String, String> otherEndpoints() {
        Map<String, String> endpoints = new TreeMap<>(System.getenv());
        endpoints.keySet().removeIf(name -> !name.startsWith("PROVIDER_ENDPOINT_URL_"));
        return endpoints;
    }

    private Providers simulatedProviders(CommandLine commandLine) {
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
