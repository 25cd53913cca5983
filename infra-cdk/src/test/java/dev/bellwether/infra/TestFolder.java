package dev.bellwether.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// Folders that are gone when the tests are over: a synthesis copies every function's jar.
final class TestFolder {
    private TestFolder() {}

    static Path create(String name) {
        try {
            Path folder = Files.createTempDirectory("bellwether-" + name + "-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("Making a folder for a test failed", e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Deleting " + folder + " failed", e);
        }
    }
}
