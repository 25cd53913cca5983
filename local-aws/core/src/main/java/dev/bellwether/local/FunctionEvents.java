package dev.bellwether.local;

import dev.bellwether.local.function.AsyncInvoker;
import dev.bellwether.local.function.AsyncOutcome;
import dev.bellwether.local.mapping.MappingServices.HealthCheck;
import dev.bellwether.local.template.LambdaFunction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Lambda's asynchronous invocations: of schedules, rules, and functions that start another one.
final class FunctionEvents implements AutoCloseable {
    private final Functions functions;
    private final HealthCheck health;
    private final RunListener listener;
    private final List<CompletableFuture<Void>> started = new ArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    FunctionEvents(Functions functions, HealthCheck health, RunListener listener) {
        this.functions = functions;
        this.health = health;
        this.listener = listener;
    }

    /// Begins an invocation and returns.
    synchronized void start(String startedBy, Instant time, LambdaFunction function, byte[] event) {
        started.add(
                CompletableFuture.runAsync(
                        () -> invoke(startedBy, time, function, event), threads));
    }

    /// Returns when the function has taken the event or given it up.
    ///
    /// @param time market time of what started it
    void invoke(String startedBy, Instant time, LambdaFunction function, byte[] event) {
        long start = System.nanoTime();
        AsyncOutcome outcome =
                new AsyncInvoker(
                                functions.invoker(function.name()),
                                Functions.asyncInvocation(function))
                        .invoke(event);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        listener.accept(
                switch (outcome) {
                    case AsyncOutcome.Succeeded(var answered, int attempts) ->
                            new RunEvent.FunctionAnswered(
                                    time,
                                    startedBy,
                                    function.logicalId(),
                                    answered.text(),
                                    attempts,
                                    took);
                    case AsyncOutcome.Dropped(var last, int attempts, var reason) ->
                            new RunEvent.FunctionFailed(
                                    time,
                                    startedBy,
                                    function.logicalId(),
                                    last,
                                    attempts,
                                    reason.condition());
                });
        health.requireHealthy();
    }

    /// Returns when no invocation is in progress that [#start] began.
    ///
    /// @return whether one was begun since the last call
    boolean awaitAll() {
        List<CompletableFuture<Void>> events;
        synchronized (this) {
            events = List.copyOf(started);
            started.clear();
        }
        try {
            events.forEach(CompletableFuture::join);
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
        return !events.isEmpty();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
