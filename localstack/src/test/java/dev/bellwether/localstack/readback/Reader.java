package dev.bellwether.localstack.readback;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.localstack.Deployment;

/// Reads a deployed resource through the SDK and writes it as a template would.
@FunctionalInterface
interface Reader {
    /// @param resource its physical id is where to look
    /// @param declared the template's properties, computed; only for what names the resource where
    ///   its physical id does not
    /// @return the properties of the resource as it is
    JsonNode read(Deployment.Resource resource, JsonNode declared);
}
