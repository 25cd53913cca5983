package dev.bellwether.cli.home;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/// The option `--state`, which all commands that touch a local run share.
public final class StateOption {
    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "Folder of the local run's state (default: ${DEFAULT-VALUE}).",
            defaultValue = ".bellwether")
    private Path folder = Path.of(".bellwether");

    /// The state folder.
    public StateFolder folder() {
        return new StateFolder(folder.toAbsolutePath().normalize());
    }
}
