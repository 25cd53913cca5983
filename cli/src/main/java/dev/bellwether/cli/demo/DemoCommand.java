package dev.bellwether.cli.demo;

import dev.bellwether.cli.home.Home;
import dev.bellwether.cli.home.StateFolder;
import dev.bellwether.cli.home.StateOption;
import dev.bellwether.cli.output.OutputFormat;
import dev.bellwether.cli.output.Progress;
import dev.bellwether.localstack.LocalStackSettings;
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

    @Mixin private ProviderOptions asked = new ProviderOptions();

    @Option(names = "--symbols", paramLabel = "A,B", description = "Only these symbols.")
    private @Nullable String symbols;

    @Option(
            names = "-c",
            paramLabel = "KEY=VALUE",
            description =
                    "A key of the app's context, as for cdk deploy: trainingBackend=function. Not with --on localstack.")
    private Map<String, String> context = new TreeMap<>();

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
        if (where == Where.LOCALSTACK && (asked.isLive() || !once)) {
            throw new ParameterException(
                    commandLine,
                    "--on localstack replays one market day: it goes with --once and without --live.");
        }
        if (where == Where.LOCALSTACK && !context.isEmpty()) {
            throw new ParameterException(
                    commandLine, "-c goes with --on local-aws: on LocalStack it was not tried.");
        }
        try (Providers providers = asked.open(commandLine, symbols, System.getenv())) {
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
                        new DemoRun(
                                        home,
                                        folder,
                                        providers,
                                        progress,
                                        InstantSource.system(),
                                        context)
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
}
