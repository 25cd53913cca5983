package dev.bellwether.local.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.local.mapping.EventPattern;
import dev.bellwether.local.wire.Json;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Map;

/// Whether a subscription's filter policy lets a message through.
///
/// Its syntax is that of event patterns:
/// <https://docs.aws.amazon.com/sns/latest/dg/sns-subscription-filter-policies.html>.
final class FilterPolicy {
    private FilterPolicy() {}

    /// @param attributes `{"name": {"type": "String", "value": "up"}}`
    static boolean matchesAttributes(JsonNode policy, ObjectNode attributes) {
        ObjectNode values = Json.object();
        for (Map.Entry<String, JsonNode> attribute : attributes.properties()) {
            values.set(attribute.getKey(), value(attribute.getValue()));
        }
        return EventPattern.of(policy).matches(values);
    }

    private static JsonNode value(JsonNode attribute) {
        String text = attribute.path("value").asText();
        return switch (attribute.path("type").asText()) {
            case "Number" -> JsonNodeFactory.instance.numberNode(new BigDecimal(text));
            case "String.Array" -> Json.parse(text);
            default -> JsonNodeFactory.instance.textNode(text);
        };
    }

    /// A message that is not JSON passes no policy on its body.
    static boolean matchesBody(JsonNode policy, String message) {
        try {
            return EventPattern.of(policy).matches(Json.parse(message));
        } catch (UncheckedIOException notJson) {
            return false;
        }
    }
}
