package dev.bellwether.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/// What a command line gave.
///
/// @param output standard output
/// @param errors standard error
public record CommandRun(int exitStatus, String output, String errors) {
    /// Runs the command line in this JVM.
    public static CommandRun of(String... arguments) {
        StringWriter output = new StringWriter();
        StringWriter errors = new StringWriter();
        int exitStatus =
                Main.commandLine()
                        .setOut(new PrintWriter(output, true))
                        .setErr(new PrintWriter(errors, true))
                        .execute(arguments);
        return new CommandRun(exitStatus, output.toString(), errors.toString());
    }

    public List<String> lines() {
        return output.lines().toList();
    }
}
