package dev.bellwether.cli.audit;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `bellwether audit`: checks of what is computed.
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = "Checks what is computed from bars.",
        subcommands = LookAheadCommand.class)
public final class AuditCommand implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "audit lookahead?");
    }
}
