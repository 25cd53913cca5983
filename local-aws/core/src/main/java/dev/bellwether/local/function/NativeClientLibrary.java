package dev.bellwether.local.function;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/// The HTTP library inside the runtime interface client, unpacked once per state folder.
///
/// Left alone, every function process would overwrite the same file in `/tmp`, and one that starts
/// at the same moment would load half of it.
final class NativeClientLibrary {
    static final String PROPERTY =
            "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

    private NativeClientLibrary() {}

    /// @throws IllegalStateException if this operating system has no such library
    static Optional<Path> find(FunctionHost host) {
        String entry = entryName(System.getProperty("os.name"), System.getProperty("os.arch"));
        Path library = host.stateFolder().resolve("functions").resolve(entry.substring(4));
        if (!Files.exists(library)) {
            for (Path jar : host.runtimeClient()) {
                if (unpack(jar, entry, library)) {
                    return Optional.of(library);
                }
            }
            return Optional.empty();
        }
        return Optional.of(library);
    }

    static String entryName(String operatingSystem, String architecture) {
        if (!operatingSystem.toLowerCase(Locale.ROOT).contains("linux")) {
            throw new IllegalStateException(
                    "Functions run through AWS's runtime interface client, which is built for Linux only, not for %s. Run Bellwether on Linux, for example in WSL or a Linux virtual machine."
                            .formatted(operatingSystem));
        }
        boolean musl =
                Files.exists(Path.of("/lib/ld-musl-x86_64.so.1"))
                        || Files.exists(Path.of("/lib/ld-musl-aarch64.so.1"));
        return "jni/libaws-lambda-jni.%s-%s.so"
                .formatted(
                        musl ? "linux_musl" : "linux",
                        architecture.equals("aarch64") ? "aarch_64" : "x86_64");
    }

    private static boolean unpack(Path jar, String entryName, Path library) {
        if (!Files.isRegularFile(jar)) {
            return false;
        }
        try (JarFile file = new JarFile(jar.toFile())) {
            ZipEntry entry = file.getEntry(entryName);
            if (entry == null) {
                return false;
            }
            Files.createDirectories(library.getParent());
            Path unfinished = Files.createTempFile(library.getParent(), "jni", ".part");
            try (InputStream bytes = file.getInputStream(entry)) {
                Files.copy(bytes, unfinished, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(unfinished, library, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s of %s could not be unpacked to %s".formatted(entryName, jar, library), e);
        }
    }
}
