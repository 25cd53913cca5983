package dev.bellwether.local.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.local.function.InvocationOutcome;
import dev.bellwether.local.wire.Json;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// What a function's answer means for the records of its event.
sealed interface BatchResult {
    record Succeeded() implements BatchResult {}

    /// @param failed indexes of the records that the function named; never empty
    record SomeFailed(BitSet failed) implements BatchResult {
        int first() {
            return failed.nextSetBit(0);
        }
    }

    record AllFailed(String reason) implements BatchResult {}

    /// A function without `ReportBatchItemFailures`: what it answers does not matter.
    static BatchResult of(InvocationOutcome outcome) {
        return outcome instanceof InvocationOutcome.Answered
                ? new Succeeded()
                : new AllFailed(outcome.summary());
    }

    /// A function with `ReportBatchItemFailures`.
    ///
    /// Success and failure conditions:
    /// https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-batchfailurereporting.html and
    /// https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html: an empty or
    /// null answer or list is a complete success; an empty, null or unknown identifier, a bad key
    /// name and an unreadable answer are a complete failure.
    ///
    /// @param identifiers of the event's records, in order
    static BatchResult of(InvocationOutcome outcome, List<String> identifiers) {
        if (!(outcome instanceof InvocationOutcome.Answered(byte[] payload))) {
            return new AllFailed(outcome.summary());
        }
        Optional<JsonNode> answer = read(payload);
        if (answer.isEmpty()) {
            return new AllFailed("the answer is not JSON");
        }
        JsonNode list = answer.get().path("batchItemFailures");
        if (list.isMissingNode() || list.isNull() || (list.isArray() && list.isEmpty())) {
            return new Succeeded();
        }
        var failed = new BitSet();
        for (JsonNode item : list) {
            JsonNode identifier = item.path("itemIdentifier");
            int index = identifier.isTextual() ? identifiers.indexOf(identifier.asText()) : -1;
            if (index < 0) {
                return new AllFailed(
                        "the answer names an itemIdentifier that is not in the event: "
                                + identifier);
            }
            failed.set(index);
        }
        return failed.isEmpty()
                ? new AllFailed("batchItemFailures of the answer is no list")
                : new SomeFailed(failed);
    }

    private static Optional<JsonNode> read(byte[] payload) {
        try {
            return Optional.of(payload.length == 0 ? Json.object() : Json.parse(payload));
        } catch (UncheckedIOException _) {
            return Optional.empty();
        }
    }
}
