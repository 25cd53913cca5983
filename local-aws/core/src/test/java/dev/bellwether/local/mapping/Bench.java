package dev.bellwether.local.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.local.function.FunctionInvoker;
import dev.bellwether.local.template.EventSourceMapping;
import dev.bellwether.local.wire.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Mappings over fakes, with everything that they do written down.
final class Bench {
    static final Instant NOON = Instant.parse("2025-10-29T16:00:00Z");

    final List<MappingEvent> events = new ArrayList<>();
    final Map<String, JsonNode> objects = new LinkedHashMap<>();
    final List<String> messages = new ArrayList<>();
    final List<Integer> pauses = new ArrayList<>();
    ServiceCalls calls =
            (_, action, _) -> {
                throw new AssertionError("No call was expected: " + action);
            };
    Runnable objectStoreFault = () -> {};
    Runnable health = () -> {};
    Instant wallClock = NOON;

    private final Path checkpoints;

    Bench(Path checkpoints) {
        this.checkpoints = checkpoints;
    }

    MappingServices services() {
        return new MappingServices(
                (service, action, request) -> calls.call(service, action, request),
                (bucket, key, content) -> {
                    objectStoreFault.run();
                    objects.put(bucket + "/" + key, Json.parse(content));
                },
                (topic, message) -> messages.add(topic + " " + message),
                () -> wallClock,
                checkpoints,
                () -> health.run(),
                pauses::add,
                events::add);
    }

    static FunctionTarget target(FunctionInvoker function) {
        return new FunctionTarget(
                function,
                "arn:aws:lambda:us-east-1:000000000000:function:Function",
                "arn:aws:iam::000000000000:role/Role");
    }

    /// A run of one stream mapping; a second call with the same folder is a restart.
    Mappings open(EventSourceMapping settings, FakeStream stream, FunctionInvoker function) {
        return Mappings.of(List.of(entry(settings, stream, function)), services());
    }

    Entry entry(EventSourceMapping settings, FakeStream stream, FunctionInvoker function) {
        MappingServices services = services();
        return new Entry(
                settings.logicalId(),
                new StreamPoller(
                        settings,
                        stream,
                        BatchInfo.KINESIS,
                        Duration.ofSeconds(1),
                        target(function),
                        services,
                        new MappingLog(settings.logicalId(), services.listener())));
    }

    /// The texts of all records in the failure bucket, one list an object.
    List<List<String>> givenUp() {
        return objects.values().stream()
                .map(object -> Json.parse(object.path("payload").asText()).path("Records"))
                .map(records -> records.valueStream().map(r -> r.path("data").asText()).toList())
                .toList();
    }
}
