package dev.bellwether.local.function;

import dev.bellwether.local.child.Supervisor;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/// What all functions of a run share.
///
/// @param supervisor starts and owns the function processes
/// @param java the java executable
/// @param runtimeClient jars of AWS's runtime interface client: the folder `target/runtime-client`
///   of this module's build
/// @param stateFolder holds `logs/<function>.log` and each function's working folder
/// @param clock wall clock of the deadline that a function sees
public record FunctionHost(
        Supervisor supervisor,
        Path java,
        List<Path> runtimeClient,
        Path stateFolder,
        InstantSource clock) {
    public FunctionHost {
        runtimeClient = List.copyOf(runtimeClient);
        stateFolder = stateFolder.toAbsolutePath().normalize();
    }

    Path log(FunctionSpec function) {
        return stateFolder.resolve("logs").resolve(function.name() + ".log");
    }

    Path workingFolder(FunctionSpec function) {
        return stateFolder.resolve("functions").resolve(function.name());
    }
}
