package dev.bellwether.cli.notebooks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Another program's run, with all that it said.
record Program(int exitStatus, String output) {
    /// Runs it to its end in that folder; empty when there is no such program.
    static Optional<Program> find(Path folder, List<String> command) {
        Process process;
        try {
            process =
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .start();
        } catch (IOException missing) {
            return Optional.empty();
        }
        try {
            process.getOutputStream().close();
            String output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Optional.of(new Program(process.waitFor(), output));
        } catch (IOException e) {
            throw new UncheckedIOException("Reading what %s said failed".formatted(command), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    /// As [#find(Path, List)], for what must be there and succeed.
    static Program run(Path folder, List<String> command) {
        Program ended =
                find(folder, command)
                        .orElseThrow(() -> new AssertionError("There is no " + command));
        if (ended.exitStatus() != 0) {
            throw new AssertionError(
                    "%s ended with %d:%n%s".formatted(command, ended.exitStatus(), ended.output()));
        }
        return ended;
    }
}
