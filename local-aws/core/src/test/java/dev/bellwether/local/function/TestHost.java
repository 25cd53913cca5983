package dev.bellwether.local.function;

import dev.bellwether.local.child.Supervisor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A supervisor, the runtime interface client that the build put aside, and test functions.
public record TestHost(FunctionHost host) implements AutoCloseable {
    public static TestHost in(Path state) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new TestHost(
                new FunctionHost(
                        Supervisor.start(java, state.resolve("supervisor.log")),
                        java,
                        runtimeClient(),
                        state,
                        InstantSource.system()));
    }

    private static List<Path> runtimeClient() {
        try (Stream<Path> jars = Files.list(Path.of("target", "runtime-client"))) {
            return jars.filter(jar -> jar.toString().endsWith(".jar")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public FunctionRuntime function(Class<?> handler, Duration timeout, Map<String, String> env) {
        return function(handler.getName(), timeout, env);
    }

    FunctionRuntime function(String handler, Duration timeout, Map<String, String> env) {
        return new FunctionRuntime(
                new FunctionSpec(
                        "Echo",
                        "arn:aws:lambda:us-east-1:000000000000:function:Echo",
                        handler,
                        Path.of("target", "test-classes"),
                        256,
                        timeout,
                        env),
                host);
    }

    @Override
    public void close() {
        host.supervisor().close();
    }
}
