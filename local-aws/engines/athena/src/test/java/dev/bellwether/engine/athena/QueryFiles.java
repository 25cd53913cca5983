package dev.bellwether.engine.athena;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The files of `athena-queries`.
final class QueryFiles {
    private static final Path FOLDER = Path.of("../../../athena-queries");

    private QueryFiles() {}

    static String read(String name) throws IOException {
        return Files.readString(FOLDER.resolve(name));
    }

    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
