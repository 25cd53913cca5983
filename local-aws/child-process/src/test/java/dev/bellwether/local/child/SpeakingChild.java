package dev.bellwether.local.child;

import java.io.IOException;
import java.nio.file.Path;

/// Prints what it sees of the world and ends with the exit code that it is given.
public final class SpeakingChild {
    private SpeakingChild() {}

    public static void main(String[] args) throws IOException {
        System.getenv().forEach((name, value) -> System.out.println(name + "=" + value));
        System.out.println("directory=" + Path.of("").toAbsolutePath());
        System.out.println("stdin=" + System.in.read());
        System.err.println("on standard error");
        System.exit(Integer.parseInt(args[0]));
    }
}
