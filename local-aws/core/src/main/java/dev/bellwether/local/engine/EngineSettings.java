package dev.bellwether.local.engine;

import java.nio.file.Path;

/// Where engines are found and where they keep things.
///
/// @param home the project's root folder, with the built modules under `local-aws/engines`
/// @param java the java executable
/// @param node the node executable
/// @param state folder under which each engine has its own; the objects of S3 lie in `s3`
/// @param logs folder of one log file an engine
public record EngineSettings(Path home, Path java, Path node, Path state, Path logs) {
    public EngineSettings {
        home = home.toAbsolutePath().normalize();
        state = state.toAbsolutePath().normalize();
        logs = logs.toAbsolutePath().normalize();
    }

    /// Folder of an engine's module.
    Path module(String engine) {
        return home.resolve("local-aws/engines").resolve(engine);
    }

    /// Where the named engine keeps its state.
    public Path stateOf(EngineName engine) {
        return state.resolve(engine.folder());
    }

    /// The log file of the named engine.
    public Path logOf(EngineName engine) {
        return logs.resolve(engine.folder() + ".log");
    }
}
