package dev.bellwether.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/// A declared DynamoDB table; key schema, attributes and indexes as CreateTable takes them.
///
/// @param streamViewType such as `NEW_AND_OLD_IMAGES`, absent for a table without stream
/// @param timeToLiveAttribute attribute with epoch seconds after which an item may go
public record Table(
        String stack,
        String logicalId,
        String name,
        String arn,
        JsonNode keySchema,
        JsonNode attributeDefinitions,
        Optional<JsonNode> globalSecondaryIndexes,
        Optional<String> streamViewType,
        Optional<String> timeToLiveAttribute) {}
