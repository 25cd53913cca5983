package dev.bellwether.cli.endtoend;

import dev.bellwether.local.engine.ListeningSockets;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The `bellwether` command in a process of its own, as the launcher starts it.
final class Bellwether implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 300;

    private final Process process;
    private final Path output;
    private final List<String> progress = new CopyOnWriteArrayList<>();
    private final Thread reader;

    private Bellwether(Process process, Path output) {
        this.process = process;
        this.output = output;
        this.reader = Thread.ofVirtual().start(this::readProgress);
    }

    /// What a finished command came to.
    record Result(int exitStatus, String output, List<String> progress) {}

    /// Runs a command to its end.
    static Result run(Path state, Map<String, String> environment, String... arguments) {
        try (Bellwether command = start(state, environment, arguments)) {
            return command.finish();
        }
    }

    static Result run(Path state, String... arguments) {
        return run(state, Map.of(), arguments);
    }

    /// Starts a command on that state folder.
    static Bellwether start(Path state, Map<String, String> environment, String... arguments) {
        try {
            List<String> command =
                    new ArrayList<>(
                            List.of(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-XX:TieredStopAtLevel=1",
                                    "-XX:+UseSerialGC",
                                    "-Xmx256m",
                                    "-Dbellwether.home=" + home(),
                                    "-Dsun.net.httpserver.nodelay=true",
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    "dev.bellwether.cli.Main"));
            command.addAll(List.of(arguments));
            command.addAll(List.of("--state", state.toString()));
            Path output = Files.createTempFile("bellwether-", ".out");
            ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            return new Bellwether(builder.start(), output);
        } catch (IOException e) {
            throw new UncheckedIOException("Starting bellwether failed", e);
        }
    }

    /// The repository's folder; the build names it.
    static Path home() {
        return Path.of(System.getProperty("bellwether.home", "..")).toAbsolutePath().normalize();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /// Waits until the command has said such a line; fails when it ends without.
    void awaitProgress(Predicate<String> line) {
        await(() -> progress.stream().anyMatch(line));
    }

    /// Waits until the lake has an object with that in its key.
    void awaitFile(Path state, String part) {
        await(() -> {
            try (Stream<Path> files = Files.walk(state.resolve("s3"))) {
                return files.anyMatch(file -> file.toString().contains(part));
            } catch (IOException | UncheckedIOException notYet) {
                return false;
            }
        });
    }

    /// Waits until a process of the run has that in its command line.
    void awaitProcess(String part) {
        await(() -> find(part).isPresent());
    }

    /// SIGKILL to the process of the run that has that in its command line.
    void kill(String part) {
        find(part).orElseThrow(() -> new AssertionError("No process of " + part)).destroyForcibly();
    }

    private Optional<ProcessHandle> find(String part) {
        return process.descendants()
                .filter(child -> child.info().commandLine().orElse("").contains(part))
                .findFirst();
    }

    // Looks again with every line of progress, and five times a second.
    private void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        synchronized (progress) {
            while (!condition.getAsBoolean()) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    throw new AssertionError(
                            "bellwether never came to that point; it said " + progress);
                }
                try {
                    progress.wait(200);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new AssertionError("Interrupted", e);
                }
            }
        }
    }

    /// Where the command and its children listen at this moment.
    List<ListeningSockets.Listener> listeners() {
        return ListeningSockets.areKnown() ? ListeningSockets.ofTree(process.pid()) : List.of();
    }

    /// The environment of each child at this moment, as one text.
    List<String> childEnvironments() {
        return process.descendants()
                .map(child -> environment(child.pid()))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static String environment(long pid) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "environ"))
                    .replace('\0', '\n');
        } catch (IOException gone) {
            return "";
        }
    }

    /// Waits for the end.
    Result finish() {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("bellwether still runs; it said " + progress);
            }
            reader.join();
            return new Result(process.exitValue(), Files.readString(output), List.copyOf(progress));
        } catch (IOException e) {
            throw new UncheckedIOException("Reading the output failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
            Files.deleteIfExists(output);
        } catch (IOException e) {
            throw new UncheckedIOException("Deleting " + output + " failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void readProgress() {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                synchronized (progress) {
                    progress.add(line);
                    progress.notifyAll();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Reading the progress failed", e);
        }
    }
}
