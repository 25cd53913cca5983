package dev.bellwether.cli.alerts;

import dev.bellwether.cli.home.ExitStatus;
import dev.bellwether.cli.home.FailedException;
import dev.bellwether.cli.home.TimeSpan;
import dev.bellwether.cli.output.OutputFormat;
import dev.bellwether.cli.output.ResultTable;
import dev.bellwether.cli.output.ResultTables;
import dev.bellwether.cli.store.PipelineStores;
import dev.bellwether.cli.store.PipelineStores.Use;
import dev.bellwether.cli.store.StoreOption;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `bellwether alerts`: what was found, why, and how it is sent.
@Command(
        name = "alerts",
        mixinStandardHelpOptions = true,
        description =
                "Lists recorded alerts and explains one, previews what a rule would send and judges what came after it, and tries out the channels.",
        subcommands = {PreviewCommand.class, UsefulnessCommand.class})
public final class AlertsCommand implements Runnable {
    /// The function that sends what was held, and tests.
    private static final String DIGEST = "AlertDigest";

    private final InstantSource clock = InstantSource.system();

    @Spec private CommandSpec spec = CommandSpec.create();

    /// Where alerts are sent.
    enum Channel {
        EMAIL,
        SMS,
        WEBHOOK,
        SLACK,
        ALL
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "alerts list, explain, preview, usefulness or test?");
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Lists the alerts of the pipeline's symbols, oldest bar first.")
    int list(
            @Option(
                            names = "--last",
                            paramLabel = "TIME",
                            converter = TimeSpan.class,
                            description =
                                    "Only of bars of so long up to now, such as 30d; of a local market that is replayed, up to its newest alert.")
                    @Nullable Duration last,
            @Option(
                            names = "-o",
                            description = "table, json or csv (default: ${DEFAULT-VALUE}).",
                            defaultValue = "table")
                    OutputFormat format,
            @Mixin StoreOption where) {
        List<AlertRow> alerts =
                PipelineStores.use(
                        where,
                        Use.TABLE,
                        stores -> {
                            List<AlertRow> all = table(stores).all();
                            return last == null
                                    ? all
                                    : AlertTable.last(
                                            all,
                                            last,
                                            stores.replaysMarket()
                                                    ? Optional.empty()
                                                    : Optional.of(clock.instant()));
                        });
        new ResultTable(AlertRow.COLUMNS, alerts.stream().map(AlertRow::cells).toList())
                .print(format, spec.commandLine().getOut());
        return ExitStatus.OK;
    }

    @Command(
            name = "explain",
            mixinStandardHelpOptions = true,
            description =
                    "Shows the rule, the bars and the states that an alert came from, and evaluates its bar again. Exit status 1: that comes to something else.")
    int explain(
            @Parameters(paramLabel = "ID", description = "As alerts list shows it.") String id,
            @Option(
                            names = "-o",
                            description = "table, json or csv (default: ${DEFAULT-VALUE}).",
                            defaultValue = "table")
                    OutputFormat format,
            @Mixin StoreOption where) {
        AlertRow alert =
                PipelineStores.use(where, Use.TABLE, stores -> table(stores).find(id))
                        .orElseThrow(() ->
                                new FailedException(
                                        "No symbol of the pipeline has an alert %s. See bellwether alerts list."
                                                .formatted(id)));
        Explanation explanation = explanation(alert);
        SequencedMap<String, ResultTable> tables = new LinkedHashMap<>();
        tables.put("alert", explanation.facts());
        tables.put("bars", explanation.bars());
        new ResultTables(tables).print(format, spec.commandLine().getOut());
        return explanation.isReproduced() ? ExitStatus.OK : ExitStatus.FAILURE;
    }

    private static Explanation explanation(AlertRow alert) {
        String receipt =
                alert.receipt()
                        .orElseThrow(() ->
                                new FailedException(
                                        "Alert %s was recorded without a receipt, by an older version."
                                                .formatted(alert.id())));
        try {
            return Explanation.of(alert, receipt);
        } catch (IllegalArgumentException e) {
            throw new FailedException(
                    "The receipt of alert %s cannot be read: %s"
                            .formatted(alert.id(), e.getMessage()),
                    e);
        }
    }

    @Command(
            name = "test",
            mixinStandardHelpOptions = true,
            description =
                    "Sends a test message by a channel, and prints what became of it. Exit status 1: it was not sent.")
    int test(
            @Option(
                            names = "--channel",
                            paramLabel = "CHANNEL",
                            required = true,
                            description = "email, sms, webhook, slack or all.")
                    Channel channel,
            @Option(
                            names = "-o",
                            description = "table, json or csv (default: ${DEFAULT-VALUE}).",
                            defaultValue = "table")
                    OutputFormat format,
            @Mixin StoreOption where) {
        String event =
                "{\"test\":\"%s\",\"scheduledTime\":\"%s\"}"
                        .formatted(
                                channel.name().toLowerCase(Locale.ROOT),
                                clock.instant().truncatedTo(ChronoUnit.SECONDS));
        TestAnswer answer =
                TestAnswer.read(
                        PipelineStores.use(
                                where, Use.EVERYTHING, stores -> stores.invoke(DIGEST, event)));
        answer.table().print(format, spec.commandLine().getOut());
        return answer.isSent() ? ExitStatus.OK : ExitStatus.FAILURE;
    }

    private static AlertTable table(PipelineStores stores) {
        return new AlertTable(stores.items(), stores.names().symbols());
    }
}
