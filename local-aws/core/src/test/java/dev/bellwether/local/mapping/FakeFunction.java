package dev.bellwether.local.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.local.function.FunctionInvoker;
import dev.bellwether.local.function.InvocationOutcome;
import dev.bellwether.local.function.InvocationOutcome.Answered;
import dev.bellwether.local.function.InvocationOutcome.FunctionError;
import dev.bellwether.local.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// A function that notes the records of each event and answers as it is told.
final class FakeFunction implements FunctionInvoker {
    static final InvocationOutcome DONE = new Answered("null".getBytes(UTF_8));
    static final InvocationOutcome THROWN =
            new FunctionError("java.lang.IllegalStateException", "on purpose", List.of());

    private final Function<List<JsonNode>, InvocationOutcome> behaviour;
    private final List<List<String>> batches = new ArrayList<>();

    private FakeFunction(Function<List<JsonNode>, InvocationOutcome> behaviour) {
        this.behaviour = behaviour;
    }

    static FakeFunction doing(Function<List<JsonNode>, InvocationOutcome> behaviour) {
        return new FakeFunction(behaviour);
    }

    static FakeFunction succeeding() {
        return new FakeFunction(_ -> DONE);
    }

    /// Throws whenever one of the texts is in the event.
    static FakeFunction throwingOn(String... poison) {
        return new FakeFunction(records ->
                texts(records).stream().anyMatch(List.of(poison)::contains) ? THROWN : DONE);
    }

    /// Reports these records, and does not throw.
    static FakeFunction reporting(String... poison) {
        return new FakeFunction(records -> {
            var answer = Json.object();
            var failures = answer.putArray("batchItemFailures");
            records.stream()
                    .filter(r -> List.of(poison).contains(r.path("data").asText()))
                    .forEach(r ->
                            failures.addObject().put("itemIdentifier", r.path("number").asText()));
            return new Answered(Json.bytes(answer));
        });
    }

    static List<String> texts(List<JsonNode> records) {
        return records.stream().map(record -> record.path("data").asText()).toList();
    }

    /// The texts of each event so far.
    List<List<String>> batches() {
        return batches;
    }

    @Override
    public InvocationOutcome invoke(byte[] payload) {
        List<JsonNode> records = new ArrayList<>();
        Json.parse(payload).path("Records").forEach(records::add);
        batches.add(texts(records));
        return behaviour.apply(records);
    }
}
