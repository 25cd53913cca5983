package dev.bellwether.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;

/// A declared SQS queue.
///
/// @param delay how long a new message stays hidden
/// @param redrivePolicy `deadLetterTargetArn` and `maxReceiveCount`
public record Queue(
        String stack,
        String logicalId,
        String name,
        String arn,
        Duration delay,
        Duration visibilityTimeout,
        Duration messageRetention,
        Optional<JsonNode> redrivePolicy) {}
