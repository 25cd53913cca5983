package dev.bellwether.local.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.local.wire.JsonService;

/// Calls the engines of this machine.
@FunctionalInterface
public interface ServiceCalls {
    /// @throws dev.bellwether.local.wire.AwsErrorException if the service refuses
    /// @throws java.io.UncheckedIOException if it does not answer
    JsonNode call(JsonService service, String action, JsonNode request);
}
