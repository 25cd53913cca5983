package dev.bellwether.infra;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// One value that a template gives a property.
///
/// @param pointer where it stands in the template
/// @param path names joined by dots, `[]` for the elements of a list
record Leaf(String stack, String type, JsonPointer pointer, String path) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    static List<Leaf> of(Templates templates) {
        List<Leaf> leaves = new ArrayList<>();
        for (Templates.Declared resource : templates.resources()) {
            JsonPointer properties =
                    JsonPointer.compile("/Resources/%s/Properties".formatted(resource.logicalId()));
            for (Map.Entry<String, JsonNode> property : resource.at("").properties()) {
                collect(
                        property.getValue(),
                        new Leaf(
                                resource.stack(),
                                resource.type(),
                                properties.appendProperty(property.getKey()),
                                property.getKey()),
                        leaves);
            }
        }
        return leaves;
    }

    private static void collect(JsonNode value, Leaf at, List<Leaf> leaves) {
        if (value.isEmpty() || isIntrinsic(value)) {
            leaves.add(at);
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                collect(value.get(i), at.below(at.pointer.appendIndex(i), at.path + "[]"), leaves);
            }
        } else {
            for (Map.Entry<String, JsonNode> property : value.properties()) {
                String name = property.getKey();
                collect(
                        property.getValue(),
                        at.below(at.pointer.appendProperty(name), at.path + "." + name),
                        leaves);
            }
        }
    }

    private Leaf below(JsonPointer pointer, String path) {
        return new Leaf(stack, type, pointer, path);
    }

    private static boolean isIntrinsic(JsonNode value) {
        return value.size() == 1
                && value.properties().stream()
                        .map(Map.Entry::getKey)
                        .anyMatch(name -> name.equals("Ref") || name.startsWith("Fn::"));
    }

    /// The template with another value here.
    JsonNode changedIn(JsonNode template) {
        JsonNode copy = template.deepCopy();
        JsonNode parent = copy.at(pointer.head());
        JsonNode other = other(copy.at(pointer));
        if (parent instanceof ArrayNode list) {
            list.set(pointer.last().getMatchingIndex(), other);
        } else {
            ((ObjectNode) parent).set(pointer.last().getMatchingProperty(), other);
        }
        return copy;
    }

    private static JsonNode other(JsonNode value) {
        if (value.isBoolean()) {
            return BooleanNode.valueOf(!value.booleanValue());
        }
        if (value.isInt()) {
            return IntNode.valueOf(value.intValue() + 1);
        }
        if (value.isIntegralNumber()) {
            return LongNode.valueOf(value.longValue() + 1);
        }
        if (value.isArray()) {
            return JSON.arrayNode().add("other");
        }
        if (value.isObject() && value.isEmpty()) {
            return JSON.objectNode().put("other", "other");
        }
        return TextNode.valueOf(value.isObject() ? "other" : "other" + value.asText());
    }
}
