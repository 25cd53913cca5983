package dev.bellwether.local.child;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What the supervisor starts.
///
/// @param name for messages, for example `dynamodb`
/// @param command the exact argument vector; see [JvmCommand] for a JVM that ends with its parent
/// @param environment the whole environment: nothing is inherited; a JVM needs `LC_ALL=C.UTF-8` in
///   it to read arguments and file names beyond ASCII
/// @param directory working directory; must exist
/// @param log file to which standard output and standard error are appended
public record ChildSpec(
        String name,
        List<String> command,
        Map<String, String> environment,
        Path directory,
        Path log) {
    public ChildSpec {
        if (command.isEmpty()) {
            throw new IllegalArgumentException("The command of child %s is empty".formatted(name));
        }
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        directory = directory.toAbsolutePath().normalize();
        log = log.toAbsolutePath().normalize();
    }
}
