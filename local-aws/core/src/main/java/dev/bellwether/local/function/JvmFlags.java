package dev.bellwether.local.function;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// JVM flags of a function: Lambda's own choices, and a heap that keeps many idle functions small.
final class JvmFlags {
    /// A heap starts at this size and grows only as the function needs it.
    private static final String SMALL_START = "-Xms8m";

    private JvmFlags() {}

    static List<String> of(FunctionSpec function, Optional<Path> nativeLibrary) {
        List<String> flags = new ArrayList<>();
        // What the managed Java runtimes use below two vCPUs:
        // https://docs.aws.amazon.com/lambda/latest/dg/java-customization.html
        flags.add("-XX:TieredStopAtLevel=1");
        flags.add("-XX:+UseSerialGC");
        flags.add(SMALL_START);
        flags.add("-Xmx%dm".formatted(heapMegabytes(function.memoryMegabytes())));
        flags.add("-XX:MaxHeapFreeRatio=40");
        flags.add("-Xss512k");
        flags.add("-XX:-UsePerfData");
        flags.add("-Dfile.encoding=UTF-8");
        // The runtime interface client loads its HTTP library and resets a logging field.
        flags.add("--enable-native-access=ALL-UNNAMED");
        flags.add("--sun-misc-unsafe-memory-access=allow");
        nativeLibrary.ifPresent(
                library -> flags.add("-D%s=%s".formatted(NativeClientLibrary.PROPERTY, library)));
        return List.copyOf(flags);
    }

    /// Three quarters of the function's memory: the rest is the JVM's own, as on Lambda.
    private static int heapMegabytes(int memoryMegabytes) {
        return memoryMegabytes * 3 / 4;
    }
}
