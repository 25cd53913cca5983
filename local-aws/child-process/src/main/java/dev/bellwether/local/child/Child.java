package dev.bellwether.local.child;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A process that the supervisor has started. Safe for use by many threads.
public final class Child {
    private static final Duration STOP_GRACE = Duration.ofSeconds(2);
    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);

    private final Supervisor supervisor;
    private final int id;
    private final ChildSpec spec;
    private final LogTail logTail;
    private final CompletableFuture<Long> pid = new CompletableFuture<>();
    private final CompletableFuture<List<Integer>> ports = new CompletableFuture<>();
    private final CompletableFuture<Integer> exit = new CompletableFuture<>();

    Child(Supervisor supervisor, int id, ChildSpec spec, LogTail logTail) {
        this.supervisor = supervisor;
        this.id = id;
        this.spec = spec;
        this.logTail = logTail;
    }

    int id() {
        return id;
    }

    public ChildSpec spec() {
        return spec;
    }

    /// The operating system's process id.
    public long pid() {
        return pid.join();
    }

    /// The first port of the line `LISTENING port...`; waits up to a minute for it.
    ///
    /// @throws ChildException if the child ends first or the time passes
    public int port() {
        return ports(START_TIMEOUT).getFirst();
    }

    /// All ports of the line `LISTENING port...` that the child prints when it is ready.
    ///
    /// @throws ChildException if the child ends first or the time passes
    public List<Integer> ports(Duration timeout) {
        try {
            return ports.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new ChildException(
                    "Child %s (process %d) was not listening after %d s. %s"
                            .formatted(spec.name(), pid(), timeout.toSeconds(), logTail.quote()),
                    e);
        } catch (ExecutionException e) {
            throw failure(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ChildException("Interrupted while waiting for child " + spec.name(), e);
        }
    }

    /// Completes with the exit code (128 + signal after a signal), or exceptionally if the
    /// supervisor is lost.
    public CompletableFuture<Integer> exit() {
        return exit.copy();
    }

    public boolean isAlive() {
        return !exit.isDone();
    }

    /// The last lines that this process wrote to its log, with the file's name.
    public String logTail() {
        return logTail.quote();
    }

    /// SIGTERM, and SIGKILL if it is still there after two seconds; returns when it has ended.
    public void stop() {
        stop(STOP_GRACE);
    }

    /// SIGTERM, and SIGKILL if it is still there after the grace; returns when it has ended.
    public void stop(Duration grace) {
        supervisor.send(new Command.Stop(id, grace.toMillis()));
        // A lost supervisor has taken the child with it, so that is an end as well.
        exit.handle((_, _) -> true).join();
    }

    /// SIGKILL; returns when it has ended.
    public void kill() {
        stop(Duration.ZERO);
    }

    void awaitStarted() {
        try {
            pid.get();
        } catch (ExecutionException e) {
            throw failure(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ChildException("Interrupted while starting child " + spec.name(), e);
        }
    }

    private static ChildException failure(ExecutionException e) {
        // Told anew, so that the stack trace also shows who asked.
        return new ChildException(
                String.valueOf(Objects.requireNonNullElse(e.getCause(), e).getMessage()), e);
    }

    void accept(Event event) {
        switch (event) {
            case Event.Started(_, long startedPid) -> pid.complete(startedPid);
            case Event.Listening(_, List<Integer> listening) -> ports.complete(listening);
            case Event.Refused(_, String reason) ->
                    lost("Child %s could not be started: %s".formatted(spec.name(), reason));
            case Event.Exited(_, int code) -> {
                ports.completeExceptionally(
                        new ChildException(
                                "Child %s ended with exit code %d before it was listening. %s"
                                        .formatted(spec.name(), code, logTail.quote())));
                exit.complete(code);
            }
        }
    }

    void lost(String reason) {
        var error = new ChildException(reason);
        pid.completeExceptionally(error);
        ports.completeExceptionally(error);
        exit.completeExceptionally(error);
    }
}
