package dev.bellwether.cli;

import dev.bellwether.cli.alerts.AlertsCommand;
import dev.bellwether.cli.audit.AuditCommand;
import dev.bellwether.cli.backfill.BackfillCommand;
import dev.bellwether.cli.backtest.BacktestCommand;
import dev.bellwether.cli.cases.CasesCommand;
import dev.bellwether.cli.demo.DemoCommand;
import dev.bellwether.cli.endpoints.EndpointsCommand;
import dev.bellwether.cli.faults.FaultsCommand;
import dev.bellwether.cli.home.ExitStatus;
import dev.bellwether.cli.home.FailedException;
import dev.bellwether.cli.importing.ImportCommand;
import dev.bellwether.cli.lake.LakeCommand;
import dev.bellwether.cli.lake.RebuildCommand;
import dev.bellwether.cli.predict.PredictCommand;
import dev.bellwether.cli.predict.PredictionsCommand;
import dev.bellwether.cli.quarantine.QuarantineCommand;
import dev.bellwether.cli.query.QueryCommand;
import dev.bellwether.cli.rules.RulesCommand;
import dev.bellwether.local.EngineLostException;
import dev.bellwether.local.StateInUseException;
import dev.bellwether.local.athena.QueryException;
import dev.bellwether.local.child.ChildException;
import dev.bellwether.local.engine.EngineException;
import dev.bellwether.local.template.TemplateException;
import dev.bellwether.localstack.LocalStackException;
import dev.bellwether.market.UncoveredYearException;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `bellwether`: the entry point.
@Command(
        name = "bellwether",
        mixinStandardHelpOptions = true,
        version = "Bellwether 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        description = "A stock-market data pipeline that its user owns, on AWS or on this machine.",
        footer = {
            "",
            "  test         run all tests (mvn verify on a JDK 25)",
            "  build        build without tests",
            "",
            "Exit status: 0 done, 1 failure, 2 usage, 3 partial (a symbol without bars, a quarantined record)."
        },
        subcommands = {
            DemoCommand.class,
            QueryCommand.class,
            LakeCommand.class,
            RebuildCommand.class,
            EndpointsCommand.class,
            ImportCommand.class,
            BackfillCommand.class,
            CasesCommand.class,
            PredictCommand.class,
            PredictionsCommand.class,
            BacktestCommand.class,
            RulesCommand.class,
            AlertsCommand.class,
            QuarantineCommand.class,
            AuditCommand.class,
            FaultsCommand.class,
            DoctorCommand.class
        })
public final class Main implements Runnable {
    /// Failures whose message tells a user enough; any other shows where it comes from.
    private static final Set<Class<? extends Exception>> EXPLAINED =
            Set.of(
                    FailedException.class,
                    EngineLostException.class,
                    EngineException.class,
                    LocalStackException.class,
                    ChildException.class,
                    StateInUseException.class,
                    TemplateException.class,
                    QueryException.class,
                    UncoveredYearException.class);

    @Spec private CommandSpec spec = CommandSpec.create();

    /// Runs the command of the arguments and ends the JVM with its exit status.
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command? See below.");
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Main::report);
    }

    private static int report(
            Exception failure, CommandLine commandLine, CommandLine.ParseResult parsed) {
        commandLine.getErr().println("bellwether: " + failure.getMessage());
        if (!EXPLAINED.contains(failure.getClass())) {
            failure.printStackTrace(commandLine.getErr());
        }
        commandLine.getErr().flush();
        return ExitStatus.FAILURE;
    }
}
