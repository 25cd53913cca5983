package dev.bellwether.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.function.Supplier;

/// How long the steps of a suite took: printed as they end, and kept in
/// `target/localstack/times.txt`.
public final class Timings {
    private Timings() {}

    /// Runs a step and tells how long it took.
    public static void measured(String step, Runnable work) {
        measured(
                step,
                () -> {
                    work.run();
                    return "";
                });
    }

    /// The result of a step, of which it tells how long it took.
    public static <T> T measured(String step, Supplier<T> work) {
        long start = System.nanoTime();
        T result = work.get();
        note(String.format(Locale.ROOT, "%-28s %6.1f s", step, (System.nanoTime() - start) / 1e9));
        return result;
    }

    /// A line of the suite's report.
    public static void note(String line) {
        System.out.println("localstack: " + line);
        Path file = Suite.target().resolve("times.txt");
        try {
            Files.writeString(
                    file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing " + file + " failed", e);
        }
    }
}
