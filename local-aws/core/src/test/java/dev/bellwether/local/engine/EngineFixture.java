package dev.bellwether.local.engine;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bellwether.local.child.Supervisor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// The engines of this checkout under a supervisor, with state in a folder of the test.
final class EngineFixture implements AutoCloseable {
    static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    static final Path HOME = Path.of("../..").toAbsolutePath().normalize();

    final Supervisor supervisor;
    final Engines engines;
    final EngineSettings settings;

    private EngineFixture(Path folder) {
        settings =
                new EngineSettings(
                        HOME, JAVA, node(), folder.resolve("state"), folder.resolve("logs"));
        supervisor = Supervisor.start(JAVA, folder.resolve("logs/supervisor.log"));
        engines = new Engines(supervisor, settings);
    }

    /// Skips the test, by name, if one of the engines is not there.
    static EngineFixture with(Path folder, Set<EngineName> needed) {
        for (EngineName engine : needed) {
            String sign =
                    engine == EngineName.KINESIS
                            ? "node_modules/kinesis-local/main.js"
                            : "target/engine.classpath";
            Path file = HOME.resolve("local-aws/engines").resolve(engine.folder()).resolve(sign);
            assumeTrue(
                    Files.exists(file),
                    "Engine %s is not there: %s (mvn package, npm ci)".formatted(engine, file));
        }
        return new EngineFixture(folder);
    }

    private static Path node() {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(":")) {
            Path node = Path.of(folder, "node");
            if (Files.isExecutable(node)) {
                return node;
            }
        }
        return Path.of("node");
    }

    /// SIGKILL; returns when the supervisor has seen the end.
    void kill(EngineName engine) throws Exception {
        var exit = engines.exit(engine);
        long pid = engines.pids().get(engine);
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        exit.get(20, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        supervisor.close();
    }
}
