package dev.bellwether.cli.home;

import dev.bellwether.local.training.JvmTrainingRunner.EntryPoint;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The folder Bellwether was cloned to, with what was built in it.
///
/// @param root the repository's folder
/// @param java the JDK's `java`
/// @param node Node.js
public record Home(Path root, Path java, Path node) {
    /// The home that the launcher names in the system property `bellwether.home`; throws
    /// [FailedException] when something it needs is missing.
    public static Home current() {
        String root = System.getProperty("bellwether.home");
        if (root == null) {
            throw new FailedException(
                    "The home folder is not known. Start Bellwether by its launcher, ./bellwether.");
        }
        return new Home(
                Path.of(root),
                Path.of(System.getProperty("java.home"), "bin", "java"),
                findOnPath("node")
                        .orElseThrow(() ->
                                new FailedException(
                                        "Node.js is not on the PATH. Install Node.js 20 or newer.")));
    }

    /// What a module's build wrote: `<module>/target/<name>`. Throws [FailedException] when it is
    /// not there.
    public Path built(String module, String name) {
        Path file = root.resolve(module).resolve("target").resolve(name);
        if (!Files.exists(file)) {
            throw new FailedException(
                    "%s is not built. Run ./bellwether build.".formatted(root.relativize(file)));
        }
        return file;
    }

    /// The class path of a module and its libraries, from the file that its build wrote.
    public String classPath(String module, String file) {
        try {
            return built(module, "classes")
                    + File.pathSeparator
                    + Files.readString(built(module, file)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("Reading the class path of " + module + " failed", e);
        }
    }

    /// What the training image would run. Throws [FailedException] when it is not built.
    public EntryPoint trainingEntryPoint() {
        return new EntryPoint(
                List.of(
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED"),
                built("training-job", "training-job-function.jar").toString(),
                "dev.bellwether.training.TrainMain");
    }

    private static Optional<Path> findOnPath(String program) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(path.split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
