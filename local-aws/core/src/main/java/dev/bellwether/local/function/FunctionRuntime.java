package dev.bellwether.local.function;

import dev.bellwether.local.function.InvocationOutcome.Crashed;
import dev.bellwether.local.function.InvocationOutcome.FunctionError;
import dev.bellwether.local.function.InvocationOutcome.TimedOut;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// A function that is started on first use and kept, one invocation at a time.
///
/// Lambda would start more execution environments for concurrent events; here they wait in line.
/// Safe for use by many threads.
public final class FunctionRuntime implements FunctionInvoker, AutoCloseable {
    /// How long Lambda lets a function initialise before the timeout begins to count.
    ///
    /// https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html#runtimes-lifecycle-ib
    private static final Duration INIT_LIMIT = Duration.ofSeconds(10);

    private static final int MOST_STARTS = 2;

    private final FunctionSpec function;
    private final FunctionHost host;
    private final ReentrantLock turn = new ReentrantLock(true);
    private volatile @Nullable FunctionProcess process;

    public FunctionRuntime(FunctionSpec function, FunctionHost host) {
        this.function = function;
        this.host = host;
    }

    public FunctionSpec function() {
        return function;
    }

    /// The operating system's id of the function's process, if it runs.
    public OptionalLong pid() {
        FunctionProcess running = process;
        return running != null && running.isAlive()
                ? OptionalLong.of(running.pid())
                : OptionalLong.empty();
    }

    /// Waits for its turn, starts the process if there is none, and returns what became of the
    /// event.
    ///
    /// @throws dev.bellwether.local.child.ChildException if no process can be started at all
    @Override
    public InvocationOutcome invoke(byte[] payload) {
        if (payload.length > RuntimeApi.MOST_PAYLOAD_BYTES) {
            return new FunctionError(
                    "RequestTooLargeException",
                    "The event has %d bytes, Lambda takes at most %d"
                            .formatted(payload.length, RuntimeApi.MOST_PAYLOAD_BYTES),
                    List.of());
        }
        turn.lock();
        try {
            return invokeInTurn(payload);
        } finally {
            turn.unlock();
        }
    }

    private InvocationOutcome invokeInTurn(byte[] payload) {
        for (int start = 1; ; start++) {
            FunctionProcess running = runningProcess();
            var invocation = new Invocation(payload);
            running.submit(invocation);
            Duration initLimit = INIT_LIMIT.plus(function.timeout());
            Boolean taken = await(invocation.taken(), initLimit);
            if (taken == null) {
                return timedOut(running);
            }
            if (taken) {
                InvocationOutcome outcome = await(invocation.outcome(), function.timeout());
                return outcome == null ? timedOut(running) : outcome;
            }
            InvocationOutcome ended = invocation.outcome().join();
            // A process that ends between two events has not seen this one: a new one gets it.
            if (!(ended instanceof Crashed) || start == MOST_STARTS) {
                return ended;
            }
        }
    }

    private FunctionProcess runningProcess() {
        FunctionProcess running = process;
        if (running == null || !running.isAlive()) {
            running = FunctionProcess.start(function, host);
            process = running;
        }
        return running;
    }

    /// Lambda ends the execution environment of a function that times out; the next event gets a
    /// fresh one.
    ///
    /// https://docs.aws.amazon.com/lambda/latest/dg/configuration-timeout.html
    private TimedOut timedOut(FunctionProcess running) {
        running.kill();
        process = null;
        appendToLog(
                String.format(
                        Locale.ROOT,
                        "Task timed out after %.2f seconds%n",
                        function.timeout().toMillis() / 1000.0));
        return new TimedOut(function.timeout());
    }

    private void appendToLog(String line) {
        try {
            Files.writeString(
                    host.log(function), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Log %s cannot be written".formatted(host.log(function)), e);
        }
    }

    /// Null when the limit passes first.
    private static <T> @Nullable T await(CompletableFuture<T> future, Duration limit) {
        try {
            return future.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            return null;
        } catch (ExecutionException e) {
            throw new IllegalStateException("An invocation's future does not fail", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a function ran", e);
        }
    }

    /// Ends the process after the running invocation and so frees its memory; the next invocation
    /// starts a new one. Lambda ends idle environments in the same way, without notice.
    public void stop() {
        turn.lock();
        try {
            FunctionProcess running = process;
            process = null;
            if (running != null) {
                running.kill();
            }
        } finally {
            turn.unlock();
        }
    }

    @Override
    public void close() {
        stop();
    }
}
