package dev.bellwether.cli;

import dev.bellwether.cli.demo.DemoCommand;
import dev.bellwether.cli.home.ExitStatus;
import dev.bellwether.cli.home.FailedException;
import dev.bellwether.cli.lake.LakeCommand;
import dev.bellwether.cli.query.QueryCommand;
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
            DoctorCommand.class
        })
public final class Main implements Runnable {
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
        String message =
                failure instanceof FailedException
                        ? String.valueOf(failure.getMessage())
                        : failure.getClass().getSimpleName() + ": " + failure.getMessage();
        commandLine.getErr().println("bellwether: " + message);
        if (!(failure instanceof FailedException)) {
            failure.printStackTrace(commandLine.getErr());
        }
        commandLine.getErr().flush();
        return ExitStatus.FAILURE;
    }
}
