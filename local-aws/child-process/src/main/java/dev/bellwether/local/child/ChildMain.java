package dev.bellwether.local.child;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.Objects;

/// Stands in front of another main class: `ChildMain <mainClass> args...`.
///
/// Whoever starts the process keeps the writing end of its standard input open. When that end
/// closes, because the parent ended in whatever way, the JVM halts at once: no shutdown hook runs,
/// just as after a SIGKILL. The target sees an empty standard input. If the target's main throws,
/// the stack trace goes to standard error and the exit code is 1, even when other threads run.
public final class ChildMain {
    private static final int PARENT_GONE = 3;

    private ChildMain() {}

    public static void main(String[] args) throws ReflectiveOperationException {
        if (args.length == 0) {
            System.err.println(
                    "ChildMain: no main class given; use: ChildMain <mainClass> args...");
            System.exit(2);
        }
        InputStream parent = new FileInputStream(FileDescriptor.in);
        System.setIn(InputStream.nullInputStream());
        Thread.ofPlatform()
                .daemon()
                .name("parent-watch")
                .stackSize(128 * 1024)
                .start(() -> haltAtEnd(parent));
        var main = Class.forName(args[0]).getMethod("main", String[].class);
        try {
            main.invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
        } catch (InvocationTargetException e) {
            Objects.requireNonNullElse(e.getCause(), e).printStackTrace();
            System.exit(1);
        }
    }

    private static void haltAtEnd(InputStream parent) {
        try {
            while (parent.read() >= 0) {
                // Nothing is ever said on this pipe; only its end means something.
            }
        } catch (IOException _) {
            // A broken pipe is an end, too.
        }
        Runtime.getRuntime().halt(PARENT_GONE);
    }
}
