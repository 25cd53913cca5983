package dev.bellwether.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// Where OpenBLAS is unpacked to: a folder of this process alone, since the usual one in the user's
/// home may not be there to write to, and one that others may write to could hold their code.
final class NativeLibraries {
    private static final String CACHE_FOLDER = "org.bytedeco.javacpp.cachedir";

    private NativeLibraries() {}

    /// To be called before the first fit. Returns what removes the folder again.
    static Runnable unpackPrivately() {
        try {
            Path folder = Files.createTempDirectory("bellwether-natives-");
            System.setProperty(CACHE_FOLDER, folder.toString());
            return () -> remove(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Making a folder for OpenBLAS failed: " + e.getMessage(), e);
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            System.err.println("Removing %s failed: %s".formatted(folder, e.getMessage()));
        }
    }
}
