package dev.bellwether.engine.athena;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// The engine's command line; each option must be given once.
record EngineArguments(Path lake, Path catalog, Path work) {
    private static final Set<String> NAMES = Set.of("--lake", "--catalog", "--work");

    static EngineArguments parse(String[] arguments) {
        Map<String, Path> given = new HashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            if (!NAMES.contains(arguments[i]) || i + 1 == arguments.length) {
                throw new IllegalArgumentException(
                        "'%s' is no option with a value; use --lake <folder> --catalog <file> --work <folder>"
                                .formatted(arguments[i]));
            }
            given.put(arguments[i], Path.of(arguments[i + 1]));
        }
        return new EngineArguments(
                require(given, "--lake"), require(given, "--catalog"), require(given, "--work"));
    }

    private static Path require(Map<String, Path> given, String name) {
        Path value = given.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is not given");
        }
        return value.toAbsolutePath().normalize();
    }
}
