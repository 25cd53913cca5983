package dev.bellwether.localstack.mapping;

import java.util.List;

/// What became of a case's records, as far as AWS's documentation fixes it.
///
/// @param invocations of a stream: the names in each batch, in order, shard by shard; of a queue,
///   which promises no order: each name with how often the function saw it, sorted
/// @param givenUp of a stream: the names of each batch in the failure destination and why; of a
///   queue: the names in its dead-letter queue, sorted
record Outcome(List<String> invocations, List<String> givenUp) {
    /// Stands for the records that should have come after all others and did not.
    static final String STUCK = "then nothing more";

    Outcome {
        invocations = List.copyOf(invocations);
        givenUp = List.copyOf(givenUp);
    }

    /// Batches written as `a b | c`, given-up ones as `a b: Condition | c: Condition`.
    static Outcome of(String invocations, String givenUp) {
        return new Outcome(list(invocations), list(givenUp));
    }

    private static List<String> list(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" \\| "));
    }

    @Override
    public String toString() {
        return invocations.isEmpty() && givenUp.isEmpty()
                ? "nothing"
                : String.join(" | ", invocations)
                        + (givenUp.isEmpty() ? "" : "; gives up " + String.join(" | ", givenUp));
    }
}
