package dev.bellwether.local.engine;

import dev.bellwether.local.child.ChildSpec;
import dev.bellwether.local.child.JvmCommand;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// How each engine is started; sizes as measured.
final class EngineCommands {
    /// Without it a JVM takes file names for ASCII. Nothing else is needed, so nothing else is
    /// given.
    private static final Map<String, String> JVM_ENVIRONMENT = Map.of("LC_ALL", "C.UTF-8");

    private static final List<String> JVM_FLAGS =
            List.of(
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:MaxHeapFreeRatio=40",
                    "-XX:-UsePerfData",
                    "-Xss512k",
                    "-Duser.timezone=UTC",
                    // SQLite's native library, and the atomic fields of older libraries.
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow");

    private final EngineSettings settings;

    EngineCommands(EngineSettings settings) {
        this.settings = settings;
    }

    /// @throws EngineException if the engine's module is not built
    ChildSpec of(EngineName engine) {
        Path state = settings.stateOf(engine);
        try {
            Files.createDirectories(state);
        } catch (IOException e) {
            throw new EngineException(
                    "Engine %s was not started: its folder %s cannot be made (%s). Give another --state."
                            .formatted(engine, state, e),
                    e);
        }
        return switch (engine) {
            case DYNAMODB ->
                    jvm(engine, 80, "dynamodb.DynamoDbEngine", List.of(state.toString()), state);
            case S3 -> jvm(engine, 48, "s3.S3Engine", List.of(state.toString()), state);
            case SQS -> jvm(engine, 40, "sqs.SqsEngine", List.of(), state);
            case KINESIS -> kinesis(state);
        };
    }

    private ChildSpec jvm(
            EngineName engine,
            int heapMegabytes,
            String mainClass,
            List<String> arguments,
            Path directory) {
        List<String> flags = new ArrayList<>(JVM_FLAGS);
        flags.add("-Xmx%dm".formatted(heapMegabytes));
        var command =
                new JvmCommand(
                        settings.java(),
                        flags,
                        classPath(settings.module(engine.folder())),
                        "dev.bellwether.engine." + mainClass,
                        arguments);
        return new ChildSpec(
                engine.folder(),
                command.toCommandLine(),
                JVM_ENVIRONMENT,
                directory,
                settings.logOf(engine));
    }

    private static String classPath(Path module) {
        Path classes = module.resolve("target/classes");
        Path libraries = module.resolve("target/engine.classpath");
        try {
            return classes + File.pathSeparator + Files.readString(libraries).strip();
        } catch (IOException e) {
            throw new EngineException(
                    "Engine %s is not built: %s is missing. Run ./bellwether, which builds what is stale, or mvn package."
                            .formatted(module.getFileName(), libraries),
                    e);
        }
    }

    private ChildSpec kinesis(Path state) {
        Path module = settings.module("kinesis");
        Path installed = module.resolve("node_modules/kinesis-local");
        if (!Files.exists(installed.resolve("main.js"))) {
            throw new EngineException(
                    "Engine kinesis is not installed: %s is missing. Run npm ci in %s."
                            .formatted(installed.resolve("main.js"), module));
        }
        return new ChildSpec(
                "kinesis",
                List.of(
                        settings.node().toString(),
                        // A day's quotes take 60 MB. With a small limit a stream with several days
                        // in it ends the process, and could not even be loaded again.
                        "--max-old-space-size=1024",
                        "--max-semi-space-size=16",
                        "--require",
                        module.resolve("loopback.cjs").toString(),
                        "main.js"),
                Map.ofEntries(
                        Map.entry("LC_ALL", "C.UTF-8"),
                        Map.entry("LOG_LEVEL", "ERROR"),
                        Map.entry("ROOT_LOG_LEVEL", "ERROR"),
                        Map.entry("SHOULD_PERSIST_DATA", "true"),
                        Map.entry("PERSIST_PATH", state.toString()),
                        Map.entry("PERSIST_FILE_NAME", "kinesis.json"),
                        Map.entry("PERSIST_INTERVAL", "200ms"),
                        // Half a second each by default, and pollers wait for it.
                        Map.entry("CREATE_STREAM_DURATION", "10ms"),
                        Map.entry("DELETE_STREAM_DURATION", "10ms")),
                // It looks for its certificate in the working directory.
                installed,
                settings.logOf(EngineName.KINESIS));
    }
}
