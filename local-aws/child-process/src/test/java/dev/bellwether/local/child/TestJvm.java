package dev.bellwether.local.child;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Starts this module's test mains, and tells when a process is gone.
final class TestJvm {
    static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final List<String> SMALL =
            List.of("-Xmx24m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData");

    private TestJvm() {}

    static List<String> command(Class<?> mainClass, String... arguments) {
        return new JvmCommand(
                        JAVA,
                        SMALL,
                        System.getProperty("java.class.path"),
                        mainClass.getName(),
                        List.of(arguments))
                .toCommandLine();
    }

    static ChildSpec spec(String name, Path folder, Class<?> mainClass, String... arguments) {
        return new ChildSpec(
                name,
                command(mainClass, arguments),
                Map.of(),
                folder,
                folder.resolve(name + ".log"));
    }

    /// Waits until the process is gone, at most 20 s; tells whether it is.
    static boolean gone(long pid) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (System.nanoTime() < deadline) {
            ProcessHandle process = ProcessHandle.of(pid).orElse(null);
            if (process == null || isZombie(pid)) {
                return true;
            }
            try {
                process.onExit().get(100, TimeUnit.MILLISECONDS);
                return true;
            } catch (TimeoutException _) {
                // Look again whether it is a zombie.
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        return false;
    }

    /// An orphan that has ended stays in the process table of a container without an init.
    private static boolean isZombie(long pid) {
        Path stat = Path.of("/proc", Long.toString(pid), "stat");
        try {
            return Files.exists(stat) && Files.readString(stat).matches("(?s).*\\) Z .*");
        } catch (IOException _) {
            return false;
        }
    }
}
