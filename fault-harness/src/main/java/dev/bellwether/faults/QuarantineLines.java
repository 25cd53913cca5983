package dev.bellwether.faults;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.faults.aws.SimulatedBucket;
import dev.bellwether.local.wire.Json;
import java.util.List;

/// What a function has put into quarantine.
record QuarantineLines(List<JsonNode> lines) {
    /// @param source the function's name in quarantine
    static QuarantineLines of(SimulatedBucket lake, String source) {
        return new QuarantineLines(
                lake.texts("quarantine/").values().stream()
                        .flatMap(String::lines)
                        .map(Json::parse)
                        .filter(line -> line.path("source").asText().equals(source))
                        .toList());
    }
}
