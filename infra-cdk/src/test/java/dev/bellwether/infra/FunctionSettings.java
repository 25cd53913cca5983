package dev.bellwether.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Finds and calls the `...Settings.from(Map)` of a handler: those named like it, or, where its
/// package has one handler and none is, all of its package.
final class FunctionSettings {
    private FunctionSettings() {}

    /// Reads the handler's settings from that environment; fails when it has none.
    static void read(Class<?> handler, Map<String, String> environment)
            throws IOException, URISyntaxException, ReflectiveOperationException {
        List<String> beside = namesBeside(handler);
        String own = handler.getName().replaceFirst("Handler$", "Settings");
        List<String> names = beside.contains(own) ? List.of(own) : beside;
        assertThat(names).as("settings in " + handler.getPackageName()).isNotEmpty();
        for (String name : names) {
            Method from = Class.forName(name).getDeclaredMethod("from", Map.class);
            from.setAccessible(true);
            assertThat(Modifier.isStatic(from.getModifiers())).isTrue();
            assertThat(from.invoke(null, environment)).isNotNull();
        }
    }

    private static List<String> namesBeside(Class<?> handler)
            throws IOException, URISyntaxException {
        // A jar in a whole build, a folder of classes in a part of it.
        Path source = Path.of(handler.getProtectionDomain().getCodeSource().getLocation().toURI());
        if (Files.isDirectory(source)) {
            return names(handler, source);
        }
        try (FileSystem jar = FileSystems.newFileSystem(source)) {
            return names(handler, jar.getPath("/"));
        }
    }

    private static List<String> names(Class<?> handler, Path root) throws IOException {
        String packageName = handler.getPackageName();
        try (Stream<Path> files = Files.list(root.resolve(packageName.replace('.', '/')))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Settings.class"))
                    .map(name -> packageName + "." + name.replace(".class", ""))
                    .sorted()
                    .toList();
        }
    }
}
