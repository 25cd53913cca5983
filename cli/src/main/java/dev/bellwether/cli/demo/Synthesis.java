package dev.bellwether.cli.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bellwether.cli.home.FailedException;
import dev.bellwether.cli.home.Home;
import dev.bellwether.cli.home.StateFolder;
import dev.bellwether.market.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Synthesizes the CDK app into a cloud assembly, once for the same inputs: the context, the app's
/// classes, the function jars and the query files. The assembly is what `cdk deploy` would deploy;
/// nothing in it is changed afterwards.
final class Synthesis {
    private static final List<String> FUNCTION_MODULES =
            List.of(
                    "ingest-alphavantage",
                    "ingest-yahoo",
                    "stream-processor",
                    "trend-alerts",
                    "train-trigger");
    private static final JsonMapper JSON = new JsonMapper();

    private final Home home;
    private final Path folder;

    /// Assemblies under the state folder.
    Synthesis(Home home, StateFolder state) {
        this.home = home;
        this.folder = state.synthesized();
    }

    /// A cloud assembly and whether it was there already.
    record Assembly(Path folder, Origin origin) {}

    /// Where an assembly came from.
    enum Origin {
        /// Synthesized now.
        SYNTHESIZED,
        /// From an earlier run with the same inputs.
        CACHED
    }

    /// The assembly of that context. Throws [FailedException] with the app's own message when it
    /// refuses.
    Assembly assemble(SortedMap<String, String> context) {
        Path assembly = folder.resolve(key(context));
        if (Files.exists(assembly.resolve("manifest.json"))) {
            return new Assembly(assembly, Origin.CACHED);
        }
        try {
            // Synthesized aside and moved, so that a kill in the middle leaves no half assembly.
            Files.createDirectories(folder);
            Path unfinished = Files.createTempDirectory(folder, "unfinished-");
            synthesize(context, unfinished);
            DeletedTree.of(assembly);
            Files.move(unfinished, assembly, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Writing the cloud assembly under " + folder + " failed", e);
        }
        return new Assembly(assembly, Origin.SYNTHESIZED);
    }

    private void synthesize(Map<String, String> context, Path target) throws IOException {
        Path log = folder.resolve("synth.log");
        ProcessBuilder app =
                new ProcessBuilder(
                                home.java().toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Xmx256m",
                                "-Dbellwether.home=" + home.root(),
                                "-cp",
                                home.classPath("infra-cdk", "app.classpath"),
                                "dev.bellwether.infra.InfraApp")
                        .directory(home.root().resolve("infra-cdk").toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        Map<String, String> environment = app.environment();
        // Node is found on the PATH and keeps its cache in the home folder; nothing else of the
        // user's is the app's business.
        environment.keySet().retainAll(Set.of("PATH", "HOME", "TMPDIR"));
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("CDK_OUTDIR", target.toString());
        environment.put("CDK_CONTEXT_JSON", JSON.writeValueAsString(context));
        // The rule engine takes ten seconds; the tests run it, a synthesis for this machine needs
        // not.
        environment.put("CDK_VALIDATION", "false");
        environment.put("JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION", "20");
        Process process = app.start();
        try {
            if (process.waitFor() != 0) {
                throw new FailedException(
                        "The CDK app did not synthesize. It said:\n"
                                + tail(log)
                                + "\nThe whole log is "
                                + log
                                + ".");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new FailedException("Interrupted while the CDK app synthesized.", e);
        }
    }

    private String key(SortedMap<String, String> context) {
        StringBuilder inputs = new StringBuilder();
        try {
            inputs.append(JSON.writeValueAsString(new TreeMap<>(context)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("Writing the context failed", e);
        }
        appendTree(inputs, home.built("infra-cdk", "classes"));
        appendTree(inputs, home.root().resolve("athena-queries"));
        appendTree(inputs, home.root().resolve("glue-etl/src/main/scala-script"));
        appendFile(inputs, home.built("glue-etl", "glue-etl.jar"));
        for (String module : FUNCTION_MODULES) {
            appendFile(inputs, home.built("lambdas/" + module, module + "-function.jar"));
        }
        appendFile(inputs, home.built("training-job", "training-job-function.jar"));
        return Sha256.hex(inputs.toString().getBytes(StandardCharsets.UTF_8)).substring(0, 16);
    }

    private static void appendTree(StringBuilder inputs, Path tree) {
        try (Stream<Path> files = Files.walk(tree)) {
            files.filter(Files::isRegularFile).sorted().forEach(file -> appendFile(inputs, file));
        } catch (IOException e) {
            throw new UncheckedIOException("Listing " + tree + " failed", e);
        }
    }

    private static void appendFile(StringBuilder inputs, Path file) {
        try {
            inputs.append('\n').append(file).append(' ').append(Files.size(file)).append(' ');
            inputs.append(Files.getLastModifiedTime(file).toMillis());
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + file + " failed", e);
        }
    }

    private static String tail(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
    }
}
