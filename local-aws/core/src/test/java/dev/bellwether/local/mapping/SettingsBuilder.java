package dev.bellwether.local.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.local.template.EventSource;
import dev.bellwether.local.template.EventSourceMapping;
import dev.bellwether.local.wire.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Settings of a mapping in tests: Lambda's defaults, but for what a test sets.
final class SettingsBuilder {
    private EventSource source =
            new EventSource.KinesisStream(
                    "Quotes", "arn:aws:kinesis:us-east-1:000000000000:stream/Quotes");
    private String logicalId = "Mapping";
    private String functionName = "Function";
    private int batchSize = 100;
    private Duration window = Duration.ZERO;
    private String startingPosition = "TRIM_HORIZON";
    private int retries = -1;
    private Optional<Duration> age = Optional.empty();
    private boolean bisect;
    private boolean reportFailures;
    private int parallelizationFactor = 1;
    private Optional<String> onFailure = Optional.of("arn:aws:s3:::failures");
    private final List<JsonNode> filters = new ArrayList<>();

    static SettingsBuilder settings() {
        return new SettingsBuilder();
    }

    SettingsBuilder logicalId(String id) {
        logicalId = id;
        return this;
    }

    SettingsBuilder functionName(String name) {
        functionName = name;
        return this;
    }

    SettingsBuilder source(EventSource from) {
        source = from;
        return this;
    }

    SettingsBuilder batchSize(int records) {
        batchSize = records;
        return this;
    }

    SettingsBuilder window(Duration longest) {
        window = longest;
        return this;
    }

    SettingsBuilder startingPosition(String position) {
        startingPosition = position;
        return this;
    }

    SettingsBuilder retries(int most) {
        retries = most;
        return this;
    }

    SettingsBuilder maximumAge(Duration oldest) {
        age = Optional.of(oldest);
        return this;
    }

    SettingsBuilder bisecting() {
        bisect = true;
        return this;
    }

    SettingsBuilder reportingItemFailures() {
        reportFailures = true;
        return this;
    }

    SettingsBuilder parallelizationFactor(int factor) {
        parallelizationFactor = factor;
        return this;
    }

    SettingsBuilder onFailure(Optional<String> arn) {
        onFailure = arn;
        return this;
    }

    SettingsBuilder filter(String pattern) {
        filters.add(Json.parse(pattern));
        return this;
    }

    EventSourceMapping build() {
        return new EventSourceMapping(
                "Pipeline",
                logicalId,
                functionName,
                source,
                true,
                batchSize,
                window,
                source instanceof EventSource.SqsQueue ? "" : startingPosition,
                retries,
                age,
                bisect,
                reportFailures,
                parallelizationFactor,
                onFailure,
                List.copyOf(filters),
                OptionalInt.empty());
    }
}
