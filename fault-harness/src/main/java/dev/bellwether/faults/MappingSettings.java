package dev.bellwether.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.local.template.EventSource;
import dev.bellwether.local.template.EventSourceMapping;
import dev.bellwether.local.wire.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The settings of the stream functions' mappings: those of the template, which a test of infra-cdk
/// holds `mappings.json` against. Synthesizing the template for them would cost more than hundreds
/// of seeds.
public final class MappingSettings {
    private static final JsonNode FILE = read();

    private MappingSettings() {}

    private static JsonNode read() {
        try (InputStream in = MappingSettings.class.getResourceAsStream("mappings.json")) {
            if (in == null) {
                throw new IllegalStateException("mappings.json is not on the class path");
            }
            return Json.parse(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("Reading mappings.json failed", e);
        }
    }

    /// What is declared of a mapping.
    ///
    /// @param name `quotes` for the stream of quotes, `changes` for the table's stream
    public static JsonNode declared(String name) {
        return FILE.path(name);
    }

    /// A mapping's settings in the form of `mappings.json`.
    public static JsonNode of(EventSourceMapping mapping) {
        ObjectNode json =
                Json.object()
                        .put("batchSize", mapping.batchSize())
                        .put("batchingWindowSeconds", (int) mapping.batchingWindow().toSeconds())
                        .put("startingPosition", mapping.startingPosition())
                        .put("maximumRetryAttempts", mapping.maximumRetryAttempts());
        mapping.maximumRecordAge()
                .ifPresent(age -> json.put("maximumRecordAgeSeconds", (int) age.toSeconds()));
        json.put("bisectBatchOnFunctionError", mapping.bisectBatchOnFunctionError())
                .put("reportBatchItemFailures", mapping.reportBatchItemFailures())
                .put("parallelizationFactor", mapping.parallelizationFactor())
                .putArray("filters")
                .addAll(mapping.filters());
        return json;
    }

    static EventSourceMapping mapping(String name, EventSource source, String failureBucketArn) {
        JsonNode declared = declared(name);
        return new EventSourceMapping(
                "Pipeline",
                name,
                name,
                source,
                true,
                declared.path("batchSize").asInt(),
                Duration.ofSeconds(declared.path("batchingWindowSeconds").asInt()),
                declared.path("startingPosition").asText(),
                declared.path("maximumRetryAttempts").asInt(),
                Optional.of(declared.path("maximumRecordAgeSeconds"))
                        .filter(JsonNode::isNumber)
                        .map(age -> Duration.ofSeconds(age.asInt())),
                declared.path("bisectBatchOnFunctionError").asBoolean(),
                declared.path("reportBatchItemFailures").asBoolean(),
                declared.path("parallelizationFactor").asInt(),
                Optional.of(failureBucketArn),
                List.copyOf(declared.path("filters").valueStream().toList()),
                OptionalInt.empty());
    }
}
