package dev.bellwether.cli.rules;

import dev.bellwether.cli.home.ExitStatus;
import dev.bellwether.cli.home.TimeSpan;
import dev.bellwether.cli.output.OutputFormat;
import dev.bellwether.cli.output.ResultTable;
import dev.bellwether.cli.rules.RuleTable.Changed;
import dev.bellwether.cli.rules.RuleTable.Listing;
import dev.bellwether.cli.store.PipelineStores;
import dev.bellwether.cli.store.PipelineStores.Use;
import dev.bellwether.cli.store.StoreOption;
import dev.bellwether.market.rule.Rule;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `bellwether rules`: what alerts are about.
@Command(
        name = "rules",
        mixinStandardHelpOptions = true,
        description =
                "Lists the rules that alerts come from and where they stand, and adds, switches and mutes them. A change counts from the next bar on.",
        subcommands = RuleStatusCommand.class)
public final class RulesCommand implements Runnable {
    private static final String ID_HELP = "As rules list shows it.";

    private final InstantSource clock = InstantSource.system();

    @Spec private CommandSpec spec = CommandSpec.create();

    /// Until when a rule is muted.
    static final class Until {
        @Option(
                names = "--for",
                paramLabel = "TIME",
                converter = TimeSpan.class,
                description = "From now on, such as 90m, 2h or 3d.")
        private @Nullable Duration time;

        @Option(
                names = "--until",
                paramLabel = "INSTANT",
                description = "Such as 2026-01-02T14:30:00Z.")
        private @Nullable Instant instant;

        Instant from(Instant now) {
            return instant != null
                    ? instant
                    : now.plus(time == null ? Duration.ZERO : time).truncatedTo(ChronoUnit.SECONDS);
        }
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "rules list, status, add, disable, enable, mute or unmute?");
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Lists all rules, the built-in ones among them.")
    int list(
            @Option(
                            names = "-o",
                            description = "table, json or csv (default: ${DEFAULT-VALUE}).",
                            defaultValue = "table")
                    OutputFormat format,
            @Mixin StoreOption where) {
        Listing listing = PipelineStores.use(where, Use.TABLE, stores -> table(stores).all());
        new ResultTable(RuleLines.COLUMNS, listing.rules().stream().map(RuleLines::of).toList())
                .print(format, spec.commandLine().getOut());
        listing.problems()
                .forEach(
                        problem -> spec.commandLine().getErr().println("not in force: " + problem));
        return ExitStatus.OK;
    }

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description =
                    "Adds a rule, or changes the one of that id: another definition is a new version, with alerts of its own.")
    int add(@Mixin RuleOptions options, @Mixin StoreOption where) {
        // Checked before anything is started.
        Rule ofToday = checked(() -> options.rule(clock.instant().truncatedTo(ChronoUnit.SECONDS)));
        Changed changed =
                PipelineStores.use(
                        where,
                        Use.TABLE,
                        stores -> {
                            // A market that is replayed has its days in the past, where a rule of
                            // today would be silent.
                            Rule rule =
                                    stores.replaysMarket() ? options.rule(Instant.EPOCH) : ofToday;
                            return table(stores)
                                    .put(
                                            checked(() ->
                                                    RuleOptions.requireKnown(
                                                            rule, stores.names().symbols())));
                        });
        say(
                changed.rule(),
                changed.versioned()
                        ? "is in force from the next bar on"
                        : "has the same definition");
        return ExitStatus.OK;
    }

    @Command(
            name = "disable",
            mixinStandardHelpOptions = true,
            description = "Stops evaluating a rule.")
    int disable(
            @Parameters(paramLabel = "ID", description = ID_HELP) String id,
            @Mixin StoreOption where) {
        return change(id, where, rule -> rule.with(Rule.Status.DISABLED));
    }

    @Command(
            name = "enable",
            mixinStandardHelpOptions = true,
            description = "Evaluates a disabled rule again.")
    int enable(
            @Parameters(paramLabel = "ID", description = ID_HELP) String id,
            @Mixin StoreOption where) {
        return change(id, where, rule -> rule.with(Rule.Status.ENABLED));
    }

    @Command(
            name = "mute",
            mixinStandardHelpOptions = true,
            description = "Records a rule's alerts for a while without sending them.")
    int mute(
            @Parameters(paramLabel = "ID", description = ID_HELP) String id,
            @ArgGroup(multiplicity = "1") Until until,
            @Mixin StoreOption where) {
        Instant now = clock.instant();
        Instant end = until.from(now);
        if (!end.isAfter(now)) {
            throw new ParameterException(spec.commandLine(), end + " is over already.");
        }
        return change(id, where, rule -> rule.mutedUntil(Optional.of(end)));
    }

    @Command(
            name = "unmute",
            mixinStandardHelpOptions = true,
            description = "Sends a muted rule's alerts again.")
    int unmute(
            @Parameters(paramLabel = "ID", description = ID_HELP) String id,
            @Mixin StoreOption where) {
        return change(id, where, rule -> rule.mutedUntil(Optional.empty()));
    }

    private int change(String id, StoreOption where, UnaryOperator<Rule> change) {
        Rule changed =
                PipelineStores.use(
                        where,
                        Use.TABLE,
                        stores ->
                                table(stores)
                                        .change(id, change)
                                        .orElseThrow(
                                                () -> unknown(id, table(stores).all().rules())));
        say(changed, "is " + changed.status().id());
        return ExitStatus.OK;
    }

    private ParameterException unknown(String id, List<Rule> known) {
        return new ParameterException(
                spec.commandLine(),
                "There is no rule %s, only %s."
                        .formatted(
                                id,
                                String.join(
                                        ", ",
                                        known.stream()
                                                .map(rule -> rule.definition().id())
                                                .toList())));
    }

    private Rule checked(Supplier<Rule> rule) {
        try {
            return rule.get();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage() + ".", e);
        }
    }

    private RuleTable table(PipelineStores stores) {
        return new RuleTable(stores.items(), clock);
    }

    private void say(Rule rule, String what) {
        spec.commandLine()
                .getErr()
                .printf(
                        "Rule %s (version %d, %s) %s%s.%n",
                        rule.definition().id(),
                        rule.definition().version(),
                        rule.definition().kind().text(),
                        what,
                        rule.mutedUntil().map(until -> ", muted until " + until).orElse(""));
    }
}
