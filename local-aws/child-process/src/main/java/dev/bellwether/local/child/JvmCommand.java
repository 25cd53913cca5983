package dev.bellwether.local.child;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Command line of a JVM that ends with its parent: [ChildMain] in front of the target.
///
/// @param java the java executable
/// @param flags JVM flags, for example `-Xmx64m`
/// @param classPath the target's own class path; this module is put in front of it
/// @param mainClass fully qualified name of the target
/// @param arguments the target's arguments
public record JvmCommand(
        Path java, List<String> flags, String classPath, String mainClass, List<String> arguments) {
    public JvmCommand {
        flags = List.copyOf(flags);
        arguments = List.copyOf(arguments);
    }

    public List<String> toCommandLine() {
        List<String> line = new ArrayList<>();
        line.add(java.toString());
        line.addAll(flags);
        line.add("-cp");
        line.add(ownLocation() + File.pathSeparator + classPath);
        line.add(ChildMain.class.getName());
        line.add(mainClass);
        line.addAll(arguments);
        return List.copyOf(line);
    }

    /// The jar or folder that holds this module's classes.
    public static Path ownLocation() {
        try {
            return Path.of(
                    JvmCommand.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The place of the child-process classes is no path", e);
        }
    }
}
