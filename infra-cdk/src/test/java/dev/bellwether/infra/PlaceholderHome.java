package dev.bellwether.infra;

import dev.bellwether.infra.settings.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A repository with the CDK's settings, the lake's tables, one query, and a few bytes for each
/// function's jar: what a template says of a function does not depend on what is in its jar.
final class PlaceholderHome {
    static final List<String> MODULES =
            List.of(
                    "ingest-alphavantage",
                    "ingest-yahoo",
                    "stream-processor",
                    "trend-alerts",
                    "train-trigger");
    static final String QUERY =
            "-- Which symbols are there?\nSELECT DISTINCT symbol FROM daily_bars\n";

    private PlaceholderHome() {}

    private static void putJar(Path folder, String module) throws IOException {
        Path jar = folder.resolve("target/%s-function.jar".formatted(module));
        Files.createDirectories(jar.getParent());
        Files.writeString(jar, module);
    }

    static Home create() {
        try {
            Path root = TestFolder.create("home");
            Path settings = root.resolve("infra-cdk/cdk.json");
            Files.createDirectories(settings.getParent());
            Files.copy(Home.find().cdkJson(), settings);
            Files.createDirectories(root.resolve("athena-queries/ddl"));
            for (Path ddl : Home.find().tableDefinitions()) {
                Files.copy(ddl, root.resolve("athena-queries/ddl").resolve(ddl.getFileName()));
            }
            Files.writeString(root.resolve("athena-queries/symbols.sql"), QUERY);
            for (String module : MODULES) {
                putJar(root.resolve("lambdas/" + module), module);
            }
            putJar(root.resolve("training-job"), "training-job");
            Home home = new Home(root);
            for (Path part :
                    List.of(root.resolve("glue-etl/target/glue-etl.jar"), home.glueScript())) {
                Files.createDirectories(part.getParent());
                Files.writeString(part, part.getFileName().toString());
            }
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException("Making a placeholder repository failed", e);
        }
    }
}
