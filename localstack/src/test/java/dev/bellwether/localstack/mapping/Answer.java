package dev.bellwether.localstack.mapping;

import java.util.List;

/// What the function does with a batch.
sealed interface Answer {
    Answer OK = new Body("{\"batchItemFailures\":[]}");
    Answer THROWS = new Throws();
    Answer HANGS = new Hangs();

    /// Answers these very bytes.
    record Body(String text) implements Answer {}

    /// Answers a well-formed list of batch item failures, in this order; those of the names that
    /// are in the batch.
    record Reports(List<String> names) implements Answer {}

    record Throws() implements Answer {}

    /// Does not answer within its time-out.
    record Hangs() implements Answer {}

    static Answer body(String text) {
        return new Body(text);
    }

    static Answer reports(String... names) {
        return new Reports(List.of(names));
    }
}
