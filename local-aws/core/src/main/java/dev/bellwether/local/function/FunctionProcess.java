package dev.bellwether.local.function;

import dev.bellwether.local.child.Child;
import dev.bellwether.local.child.ChildSpec;
import dev.bellwether.local.child.JvmCommand;
import dev.bellwether.local.function.InvocationOutcome.Crashed;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One execution environment of a function: its JVM and the Runtime API that it polls.
final class FunctionProcess {
    private static final String RUNTIME_CLIENT =
            "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

    private final RuntimeApi api;
    private final Child child;
    private volatile @Nullable Invocation current;

    private FunctionProcess(RuntimeApi api, Child child) {
        this.api = api;
        this.child = child;
        var _ = child.exit().handle((code, _) -> ended(code == null ? -1 : code));
    }

    static FunctionProcess start(FunctionSpec function, FunctionHost host) {
        var api = new RuntimeApi(function, host.clock());
        try {
            return new FunctionProcess(
                    api, host.supervisor().start(childSpec(function, host, api)));
        } catch (RuntimeException e) {
            api.close();
            throw e;
        }
    }

    private static ChildSpec childSpec(FunctionSpec function, FunctionHost host, RuntimeApi api) {
        Path folder = host.workingFolder(function);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Folder %s could not be made".formatted(folder), e);
        }
        String classPath =
                Stream.concat(host.runtimeClient().stream(), Stream.of(function.jar()))
                        .map(path -> path.toAbsolutePath().toString())
                        .collect(Collectors.joining(File.pathSeparator));
        var command =
                new JvmCommand(
                        host.java(),
                        JvmFlags.of(function, NativeClientLibrary.find(host)),
                        classPath,
                        RUNTIME_CLIENT,
                        List.of(function.handler()));
        return new ChildSpec(
                "function " + function.name(),
                command.toCommandLine(),
                ReservedVariables.addedTo(function, api.address(), folder),
                folder,
                host.log(function));
    }

    boolean isAlive() {
        return child.isAlive();
    }

    long pid() {
        return child.pid();
    }

    /// Hands the event over; the invocation's futures tell what became of it.
    void submit(Invocation invocation) {
        current = invocation;
        api.submit(invocation);
        if (!child.isAlive()) {
            ended(child.exit().exceptionally(_ -> -1).join());
        }
    }

    void kill() {
        child.kill();
        api.close();
    }

    private boolean ended(int exitCode) {
        Invocation invocation = current;
        if (invocation != null) {
            InvocationOutcome initError = api.initError();
            invocation.abandon(initError == null ? new Crashed(exitCode) : initError);
        }
        api.close();
        return true;
    }
}
