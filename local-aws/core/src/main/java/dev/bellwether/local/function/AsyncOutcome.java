package dev.bellwether.local.function;

import dev.bellwether.local.function.InvocationOutcome.Answered;

/// What became of an asynchronous event.
public sealed interface AsyncOutcome {
    /// @param attempts invocations that it took, from 1
    record Succeeded(Answered answer, int attempts) implements AsyncOutcome {}

    /// The event is dropped.
    ///
    /// @param last the outcome of the last attempt
    record Dropped(InvocationOutcome last, int attempts, Reason reason) implements AsyncOutcome {}

    /// Lambda's own names of the two ends, as in its records to destinations.
    enum Reason {
        RETRIES_EXHAUSTED("RetriesExhausted"),
        EVENT_AGE_EXCEEDED("EventAgeExceeded");

        private final String condition;

        Reason(String condition) {
            this.condition = condition;
        }

        public String condition() {
            return condition;
        }
    }
}
