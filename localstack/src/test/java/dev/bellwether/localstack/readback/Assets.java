package dev.bellwether.localstack.readback;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The files of a cloud assembly by their SHA-256, which is all that Lambda tells of a function's
/// code.
final class Assets {
    private static final String PREFIX = "asset.";

    private final Map<String, String> keys = new HashMap<>();

    Assets(Path assembly) {
        try (Stream<Path> files = Files.list(assembly)) {
            List<Path> assets =
                    files.filter(file -> file.getFileName().toString().startsWith(PREFIX)).toList();
            for (Path asset : assets) {
                keys.put(sha256(asset), asset.getFileName().toString().substring(PREFIX.length()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Reading the assets of " + assembly + " failed", e);
        }
    }

    /// The key under which the file of that hash is uploaded.
    Optional<String> keyOf(String sha256) {
        return Optional.ofNullable(keys.get(sha256));
    }

    private static String sha256(Path file) throws IOException {
        try {
            return Base64.getEncoder()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
