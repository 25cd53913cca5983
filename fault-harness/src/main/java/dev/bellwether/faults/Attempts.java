package dev.bellwether.faults;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.local.function.FunctionInvoker;
import dev.bellwether.local.function.InvocationOutcome;
import dev.bellwether.local.function.InvocationOutcome.Answered;
import dev.bellwether.local.wire.Json;
import java.util.HashMap;
import java.util.Map;

/// Counts how often each record was part of what failed: none may be given up before its time.
final class Attempts {
    private final Map<String, Integer> failed = new HashMap<>();
    private int invocations;

    FunctionInvoker counting(FunctionInvoker function) {
        return payload -> {
            invocations++;
            InvocationOutcome outcome = function.invoke(payload);
            count(payload, outcome);
            return outcome;
        };
    }

    private void count(byte[] payload, InvocationOutcome outcome) {
        String from = "";
        if (outcome instanceof Answered(byte[] answer)) {
            JsonNode failures = Json.parse(answer).path("batchItemFailures");
            if (failures.isEmpty()) {
                return;
            }
            from = failures.path(0).path("itemIdentifier").asText();
        }
        boolean hasFailed = from.isEmpty();
        for (JsonNode event : Json.parse(payload).path("Records")) {
            String sequenceNumber = sequenceNumber(event);
            hasFailed |= sequenceNumber.equals(from);
            if (hasFailed) {
                failed.merge(sequenceNumber, 1, Integer::sum);
            }
        }
    }

    static String sequenceNumber(JsonNode event) {
        return event.has("kinesis")
                ? event.path("kinesis").path("sequenceNumber").asText()
                : event.path("dynamodb").path("SequenceNumber").asText();
    }

    int failedWith(String sequenceNumber) {
        return failed.getOrDefault(sequenceNumber, 0);
    }

    int invocations() {
        return invocations;
    }
}
