package dev.bellwether.localstack.readback;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/// Answers of the SDK in the API's own words, which are nearly those of templates.
final class SdkJson {
    private static final JsonMapper JSON = new JsonMapper();

    private SdkJson() {}

    static ObjectNode of(SdkPojo answer) {
        ObjectNode node = object();
        for (SdkField<?> field : answer.sdkFields()) {
            JsonNode value = value(field.getValueOrDefault(answer));
            if (!value.isMissingNode()) {
                node.set(field.memberName(), value);
            }
        }
        return node;
    }

    private static JsonNode value(@Nullable Object value) {
        return switch (value) {
            case null -> MissingNode.getInstance();
            case SdkAutoConstructList<?> _, SdkAutoConstructMap<?, ?> _ ->
                    MissingNode.getInstance(); // what the answer did not hold
            case SdkPojo part -> of(part);
            case Collection<?> elements -> list(elements);
            case Map<?, ?> entries -> {
                ObjectNode node = object();
                entries.forEach((key, entry) -> node.set(String.valueOf(key), value(entry)));
                yield node;
            }
            default ->
                    JSON.valueToTree(
                            value instanceof Number || value instanceof Boolean
                                    ? value
                                    : value.toString());
        };
    }

    static ArrayNode list(Collection<?> elements) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        elements.forEach(element -> list.add(value(element)));
        return list;
    }

    /// Tags that an API keeps as a map, as templates have them.
    static ArrayNode tags(Map<String, String> tags) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        tags.forEach((key, value) -> list.addObject().put("Key", key).put("Value", value));
        return list;
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /// JSON that an API hands out as text.
    static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not JSON: " + text, e);
        }
    }
}
