package dev.bellwether.infra.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The folder of the repository: what the app takes from outside its own classes lies there.
///
/// @param root folder with `infra-cdk`, `lambdas` and `athena-queries` in it
public record Home(Path root) {
    private static final String MARK = "infra-cdk/cdk.json";

    /// The folder that the system property `bellwether.home` or the variable `BELLWETHER_HOME`
    /// names, else the nearest one above the current folder.
    public static Home find() {
        return Optional.ofNullable(System.getProperty("bellwether.home"))
                .or(() -> Optional.ofNullable(System.getenv("BELLWETHER_HOME")))
                .map(Path::of)
                .or(Home::above)
                .map(root -> new Home(root.toAbsolutePath().normalize()))
                .orElseThrow(() ->
                        new MissingPartException(
                                "No folder here or above holds "
                                        + MARK
                                        + ": start from the repository, or set BELLWETHER_HOME to it"));
    }

    private static Optional<Path> above() {
        return Stream.<Path>iterate(
                        Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                .filter(path -> Files.exists(path.resolve(MARK)))
                .findFirst();
    }

    /// The deployable jar of a function's module.
    public Path functionJar(String module) {
        // The training job is a container's program, too, so it lies beside the functions.
        String folder = module.equals("training-job") ? module : "lambdas/" + module;
        return built(root.resolve("%s/target/%s-function.jar".formatted(folder, module)));
    }

    /// The jar of the lake's Spark job.
    public Path glueJar() {
        return built(root.resolve("glue-etl/target/glue-etl.jar"));
    }

    /// The script that AWS Glue runs, which calls into that jar.
    public Path glueScript() {
        return root.resolve("glue-etl/src/main/scala-script/LakeEtl.scala");
    }

    private static Path built(Path jar) {
        if (!Files.exists(jar)) {
            throw new MissingPartException(
                    "%s is not there: build it with ./bellwether build".formatted(jar));
        }
        return jar;
    }

    /// The CDK's settings file.
    public Path cdkJson() {
        return root.resolve(MARK);
    }

    /// The questions to the lake, one `.sql` file each, by name.
    public List<Path> queries() {
        Path folder = root.resolve("athena-queries");
        return Files.isDirectory(folder) ? sqlFiles(folder) : List.of();
    }

    /// The tables and views of the lake, one `.sql` file each, by name.
    public List<Path> tableDefinitions() {
        Path folder = root.resolve("athena-queries/ddl");
        if (!Files.isDirectory(folder)) {
            throw new MissingPartException(
                    "%s is not there: it declares the lake's tables".formatted(folder));
        }
        return sqlFiles(folder);
    }

    private static List<Path> sqlFiles(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".sql")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Listing " + folder + " failed", e);
        }
    }
}
