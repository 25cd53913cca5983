package dev.bellwether.local.glue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where job runs find what they need.
///
/// @param home the project's root folder, with built modules
/// @param java executable of the JDK that jobs run on
/// @param state folder of the local run; the buckets lie in its `s3`
public record GlueSettings(Path home, Path java, Path state) {
    public GlueSettings {
        home = home.toAbsolutePath().normalize();
        state = state.toAbsolutePath().normalize();
    }

    Path buckets() {
        return state.resolve("s3");
    }

    /// For what a run keeps while it lasts.
    Path work() {
        return state.resolve("glue");
    }

    Path log(String job) {
        return state.resolve("logs").resolve("glue-%s.log".formatted(job));
    }

    /// @throws IllegalStateException if the engine is not built
    String engineClassPath() {
        Path module = home.resolve("local-aws/engines/spark");
        Path libraries = module.resolve("target/engine.classpath");
        try {
            return module.resolve("target/classes")
                    + File.pathSeparator
                    + Files.readString(libraries).strip();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "Spark is not built: %s is missing. Run ./bellwether, which builds what is stale, or mvn package."
                            .formatted(libraries),
                    e);
        }
    }
}
