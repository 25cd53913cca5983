package dev.bellwether.local.child;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Client of the supervisor process, which owns all children: whatever happens to this JVM, its end
/// of the pipe closes and the children end. Safe for use by many threads.
public final class Supervisor implements AutoCloseable {
    private static final long CLOSE_TIMEOUT_SECONDS = 10;

    private final Process process;
    private final DataOutputStream commands;
    private final LogTail logTail;
    private final Map<Integer, Child> children = new ConcurrentHashMap<>();
    private final AtomicInteger nextId = new AtomicInteger(1);
    private volatile boolean ended;

    private Supervisor(Process process, LogTail logTail) {
        this.process = process;
        this.logTail = logTail;
        this.commands = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    }

    /// Starts the supervisor process, with an environment that holds a UTF-8 locale and no more.
    ///
    /// @param java the java executable
    /// @param log file for the supervisor's own messages; its folder is made
    /// @throws ChildException if the process cannot be started
    public static Supervisor start(Path java, Path log) {
        Path file = log.toAbsolutePath().normalize();
        try {
            LogTail logTail = LogTail.from(file);
            var builder =
                    new ProcessBuilder(
                            List.of(
                                    java.toString(),
                                    "-Xmx24m",
                                    "-XX:+UseSerialGC",
                                    "-XX:TieredStopAtLevel=1",
                                    "-XX:-UsePerfData",
                                    "-cp",
                                    JvmCommand.ownLocation().toString(),
                                    SupervisorMain.class.getName()));
            builder.environment().clear();
            // Without a locale a JVM takes file names and arguments for ASCII.
            builder.environment().put("LC_ALL", "C.UTF-8");
            builder.redirectError(ProcessBuilder.Redirect.appendTo(file.toFile()));
            var supervisor = new Supervisor(builder.start(), logTail);
            Thread.ofPlatform().daemon().name("supervisor-events").start(supervisor::readEvents);
            return supervisor;
        } catch (IOException e) {
            throw new ChildException(
                    "The supervisor could not be started with %s and log %s: %s"
                            .formatted(java, file, e.getMessage()),
                    e);
        }
    }

    /// The operating system's id of the supervisor process.
    public long pid() {
        return process.pid();
    }

    /// Starts a child and returns when its process is there; it need not be ready by then.
    ///
    /// @throws ChildException if it cannot be started, for example because the executable is
    ///   missing
    public Child start(ChildSpec spec) {
        Child child = register(spec);
        send(new Command.Start(child.id(), spec));
        child.awaitStarted();
        return child;
    }

    private Child register(ChildSpec spec) {
        try {
            var child = new Child(this, nextId.getAndIncrement(), spec, LogTail.from(spec.log()));
            children.put(child.id(), child);
            if (ended) {
                child.lost(endMessage());
            }
            return child;
        } catch (IOException e) {
            throw new ChildException(
                    "Child %s was not started: its log %s cannot be written (%s)"
                            .formatted(spec.name(), spec.log(), e.getMessage()),
                    e);
        }
    }

    void send(Command command) {
        try {
            synchronized (commands) {
                command.write(commands);
            }
        } catch (IOException _) {
            // The supervisor has gone; the reader of its events tells that to every child.
        }
    }

    private void readEvents() {
        try (var events = new DataInputStream(new BufferedInputStream(process.getInputStream()))) {
            while (true) {
                Event event = Event.read(events);
                Child child =
                        switch (event) {
                            case Event.Started _, Event.Listening _ -> children.get(event.child());
                            case Event.Refused _, Event.Exited _ -> children.remove(event.child());
                        };
                if (child != null) {
                    child.accept(event);
                }
            }
        } catch (IOException _) {
            ended = true;
            children.values().forEach(child -> child.lost(endMessage()));
        }
    }

    private String endMessage() {
        return "The supervisor (process %d) has ended, and all children with it. %s"
                .formatted(process.pid(), logTail.quote());
    }

    /// Ends all children and the supervisor; returns when they are gone.
    @Override
    public void close() {
        try {
            synchronized (commands) {
                commands.close();
            }
        } catch (IOException _) {
            // Already broken, which says the same to the supervisor.
        }
        try {
            if (!process.waitFor(CLOSE_TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
