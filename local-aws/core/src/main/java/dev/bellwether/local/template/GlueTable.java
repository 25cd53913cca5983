package dev.bellwether.local.template;

import com.fasterxml.jackson.databind.JsonNode;

/// A declared table or view of the Glue data catalog.
///
/// @param tableInput `TableInput` of Glue's API: storage descriptor, partition keys, parameters,
///   view text
public record GlueTable(
        String stack, String logicalId, String database, String name, JsonNode tableInput) {}
