package dev.bellwether.local.function;

import dev.bellwether.local.function.InvocationOutcome.FunctionError;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/// One event on its way through the Runtime API.
final class Invocation {
    private final String requestId = UUID.randomUUID().toString();
    private final byte[] payload;
    private final CompletableFuture<Boolean> taken = new CompletableFuture<>();
    private final CompletableFuture<InvocationOutcome> outcome = new CompletableFuture<>();

    Invocation(byte[] payload) {
        this.payload = payload;
    }

    String requestId() {
        return requestId;
    }

    byte[] payload() {
        return payload;
    }

    /// True once the function has been handed the event; false if it never will be.
    CompletableFuture<Boolean> taken() {
        return taken;
    }

    CompletableFuture<InvocationOutcome> outcome() {
        return outcome;
    }

    /// The process is gone: whatever has not happened will not happen.
    void abandon(InvocationOutcome reason) {
        taken.complete(false);
        outcome.complete(reason);
    }

    void fail(String type, String message) {
        outcome.complete(new FunctionError(type, message, List.of()));
    }
}
