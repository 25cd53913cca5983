package dev.bellwether.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/// A declared subscription to a topic.
///
/// @param protocol such as `email` or `sms`
/// @param filterPolicy only messages that match it are delivered
/// @param filterPolicyScope `MessageAttributes` or `MessageBody`
public record Subscription(
        String protocol,
        String endpoint,
        Optional<JsonNode> filterPolicy,
        String filterPolicyScope) {}
