package dev.bellwether.cli.alerts;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `bellwether alerts`: what rules send.
@Command(
        name = "alerts",
        mixinStandardHelpOptions = true,
        description = "Previews what a rule would send, and judges what came after it.",
        subcommands = {PreviewCommand.class, UsefulnessCommand.class})
public final class AlertsCommand implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "alerts preview or alerts usefulness?");
    }
}
