package dev.bellwether.local.function;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/// How one invocation of a function ended. To Lambda all but [Answered] are function errors.
public sealed interface InvocationOutcome {
    /// @param payload the function's answer, JSON in UTF-8
    record Answered(byte[] payload) implements InvocationOutcome {
        public String text() {
            return new String(payload, StandardCharsets.UTF_8);
        }
    }

    /// The handler, or its construction, threw.
    ///
    /// @param type class of the exception, or Lambda's own name of the error
    /// @param stackTrace outermost frame first
    record FunctionError(String type, String message, List<String> stackTrace)
            implements InvocationOutcome {
        public FunctionError {
            stackTrace = List.copyOf(stackTrace);
        }
    }

    /// The template's `Timeout` passed and the process was killed.
    record TimedOut(Duration timeout) implements InvocationOutcome {}

    /// The process ended before it answered.
    ///
    /// @param exitCode 128 + signal after a signal
    record Crashed(int exitCode) implements InvocationOutcome {}

    /// One line for people, without the payload.
    default String summary() {
        return switch (this) {
            case Answered(byte[] payload) -> "answered %d bytes".formatted(payload.length);
            case FunctionError(String type, String message, _) -> type + ": " + message;
            case TimedOut(Duration timeout) ->
                    "timed out after %d ms".formatted(timeout.toMillis());
            case Crashed(int exitCode) -> "process ended with exit code " + exitCode;
        };
    }
}
