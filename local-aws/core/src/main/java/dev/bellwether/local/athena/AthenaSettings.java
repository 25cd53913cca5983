package dev.bellwether.local.athena;

import java.nio.file.Path;

/// Where the engine finds what it needs.
///
/// @param java the java executable
/// @param engineClassPath classes or jar of the module `athena-engine`, then what its
///   `target/engine.classpath` names
/// @param lake folder in which each bucket is a folder and each object a file
/// @param work the engine's own folder, for the catalog and temporary files; is made
/// @param log file to which the engine's output is appended
public record AthenaSettings(Path java, String engineClassPath, Path lake, Path work, Path log) {
    public AthenaSettings {
        lake = lake.toAbsolutePath().normalize();
        work = work.toAbsolutePath().normalize();
        log = log.toAbsolutePath().normalize();
    }
}
