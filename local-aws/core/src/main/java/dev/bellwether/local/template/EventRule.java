package dev.bellwether.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// A declared rule of EventBridge on the account's default bus.
///
/// @param pattern which events it is for
public record EventRule(
        String stack,
        String logicalId,
        String name,
        String arn,
        boolean enabled,
        JsonNode pattern,
        List<RuleTarget> targets) {}
