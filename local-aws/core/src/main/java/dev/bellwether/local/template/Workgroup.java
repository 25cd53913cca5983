package dev.bellwether.local.template;

import com.fasterxml.jackson.databind.JsonNode;

/// A declared workgroup of Athena.
///
/// @param configuration `WorkGroupConfiguration`, whose members are those of Athena's API
public record Workgroup(String stack, String logicalId, String name, JsonNode configuration) {}
