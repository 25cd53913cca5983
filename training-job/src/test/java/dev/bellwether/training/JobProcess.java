package dev.bellwether.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The job's entry point as the container starts it: a process of its own over a folder that stands
/// for `/opt/ml`.
///
/// @param root that folder
/// @param logs where what the process says is kept
/// @param mainClass the entry point
record JobProcess(Path root, Path logs, Class<?> mainClass) {
    private static final long PATIENCE_SECONDS = 120;

    /// How it ended.
    record Ended(int exitCode, String output, String errors) {}

    Ended run(String... arguments) throws Exception {
        return run(Map.of(), List.of(), arguments);
    }

    Ended run(Map<String, String> env, List<String> flags, String... arguments) throws Exception {
        return await(start(env, flags, arguments));
    }

    Process start(Map<String, String> env, List<String> flags, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of("-XX:+UseSerialGC", "-Xmx256m", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().put("BELLWETHER_ML_ROOT", root.toString());
        builder.environment().putAll(env);
        return builder.redirectOutput(logs.resolve("out").toFile())
                .redirectError(logs.resolve("err").toFile())
                .start();
    }

    /// Waits for the end.
    Ended await(Process process) throws Exception {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("The job runs on after %d s".formatted(PATIENCE_SECONDS));
            }
        } finally {
            process.destroyForcibly();
        }
        return new Ended(process.exitValue(), said("out"), said("err"));
    }

    /// Waits until the process has said something.
    void awaitSaid(Process process, String stream, String text) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!said(stream).contains(text)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new AssertionError(
                        "'%s' was not said: %s%s".formatted(text, said("out"), said("err")));
            }
            Thread.onSpinWait();
        }
    }

    private String said(String stream) throws IOException {
        return Files.readString(logs.resolve(stream));
    }
}
