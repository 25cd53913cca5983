package dev.bellwether.local.engine;

import dev.bellwether.local.child.Child;
import dev.bellwether.local.child.ChildException;
import dev.bellwether.local.child.Supervisor;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// One engine's process, if it runs. Safe for use by many threads.
final class Engine {
    /// A busy machine of two cores needs ten seconds.
    private static final Duration START_TIMEOUT = Duration.ofSeconds(90);

    /// kinesis-local saves its state once more, which takes a second when it holds a day's quotes.
    private static final Duration STOP_GRACE = Duration.ofSeconds(10);

    private final EngineName name;
    private final Supervisor supervisor;
    private final EngineCommands commands;
    private @Nullable Child child;

    Engine(EngineName name, Supervisor supervisor, EngineCommands commands) {
        this.name = name;
        this.supervisor = supervisor;
        this.commands = commands;
    }

    /// Starts the process unless it runs; does not wait until it is ready.
    synchronized Child launch() {
        Child running = child;
        if (running == null || !running.isAlive()) {
            running = supervisor.start(commands.of(name));
            child = running;
        }
        return running;
    }

    /// The port of the service, then those of the engine's own controls.
    List<Integer> ports() {
        try {
            return launch().ports(START_TIMEOUT);
        } catch (ChildException e) {
            throw new EngineException(
                    "Engine %s did not start: %s%nRun again; if it stays so, try another --state."
                            .formatted(name, e.getMessage()),
                    e);
        }
    }

    URI endpoint() {
        return loopback(ports().getFirst());
    }

    static URI loopback(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    synchronized Optional<Child> running() {
        return Optional.ofNullable(child).filter(Child::isAlive);
    }

    CompletableFuture<Integer> exit() {
        return running().map(Child::exit).orElseGet(() -> CompletableFuture.completedFuture(0));
    }

    void stop() {
        running().ifPresent(process -> process.stop(STOP_GRACE));
    }
}
