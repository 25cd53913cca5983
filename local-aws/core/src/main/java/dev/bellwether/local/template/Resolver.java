package dev.bellwether.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.bellwether.local.template.CloudAssembly.StackSource;
import dev.bellwether.local.wire.Json;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// Replaces CloudFormation's intrinsic functions by the values they have on this machine.
///
/// See
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html>.
/// A property whose value is `AWS::NoValue` is left out; what cannot be resolved is an error that
/// names its place.
final class Resolver {
    private record Export(Place place, JsonNode value) {}

    private final ResourceNames names = new ResourceNames(this);
    private final Conditions conditions = new Conditions(this);
    private final Map<String, Export> exports = new HashMap<>();

    Resolver(CloudAssembly assembly) {
        assembly.stacks().forEach(this::readExports);
    }

    private void readExports(StackSource stack) {
        JsonNode outputs = stack.template().path("Outputs");
        for (Map.Entry<String, JsonNode> output : outputs.properties()) {
            JsonNode name = output.getValue().path("Export").path("Name");
            if (!name.isMissingNode()) {
                Place place = new Place(stack, "Outputs." + output.getKey(), "");
                exports.put(
                        text(place.at("Export.Name"), name),
                        new Export(place.at("Value"), output.getValue().path("Value")));
            }
        }
    }

    /// The node with every intrinsic function replaced; a missing node for `AWS::NoValue`.
    JsonNode resolve(Place place, JsonNode node) {
        if (node.isObject()) {
            if (node.size() == 1) {
                Map.Entry<String, JsonNode> only = node.properties().iterator().next();
                if (only.getKey().equals("Ref") || only.getKey().startsWith("Fn::")) {
                    return intrinsic(place, only.getKey(), only.getValue());
                }
            }
            ObjectNode resolved = Json.object();
            for (Map.Entry<String, JsonNode> property : node.properties()) {
                JsonNode value = resolve(place.at(property.getKey()), property.getValue());
                if (!value.isMissingNode()) {
                    resolved.set(property.getKey(), value);
                }
            }
            return resolved;
        }
        if (node.isArray()) {
            ArrayNode resolved = Json.array();
            for (int i = 0; i < node.size(); i++) {
                JsonNode value = resolve(place.at(Integer.toString(i)), node.get(i));
                if (!value.isMissingNode()) {
                    resolved.add(value);
                }
            }
            return resolved;
        }
        if (node.isTextual() && node.asText().contains("{{resolve:")) {
            throw place.error(
                    "holds the dynamic reference %s, which is not looked up here", node.asText());
        }
        return node;
    }

    private JsonNode intrinsic(Place place, String function, JsonNode argument) {
        return switch (function) {
            case "Ref" -> ref(place, argument.asText());
            case "Fn::GetAtt" -> attribute(place, argument);
            case "Fn::Sub" -> TextNode.valueOf(substitute(place, argument));
            case "Fn::Join" -> TextNode.valueOf(join(place, argument));
            case "Fn::Select" -> select(place, argument);
            case "Fn::Split" -> split(place, argument);
            case "Fn::ImportValue" -> imported(place, text(place, argument));
            case "Fn::If" ->
                    resolve(
                            place,
                            conditions.holds(place, argument.path(0).asText())
                                    ? argument.path(1)
                                    : argument.path(2));
            default -> throw place.error("uses %s, which is not known here", function);
        };
    }

    private JsonNode ref(Place place, String name) {
        if (name.equals("AWS::NoValue")) {
            return MissingNode.getInstance();
        }
        return TextNode.valueOf(names.ref(place, name));
    }

    private JsonNode attribute(Place place, JsonNode argument) {
        String logicalId;
        String attribute;
        if (argument.isArray()) {
            logicalId = argument.path(0).asText();
            attribute = text(place, argument.path(1));
        } else { // the YAML short form, which Fn::Sub uses too
            String dotted = argument.asText();
            int dot = dotted.indexOf('.');
            logicalId = dot < 0 ? dotted : dotted.substring(0, dot);
            attribute = dotted.substring(dot + 1);
        }
        return TextNode.valueOf(names.attribute(place, logicalId, attribute));
    }

    private String substitute(Place place, JsonNode argument) {
        String format = argument.isArray() ? argument.path(0).asText() : argument.asText();
        JsonNode given = argument.isArray() ? argument.path(1) : Json.object();
        StringBuilder result = new StringBuilder();
        int from = 0;
        for (int start = format.indexOf("${"); start >= 0; start = format.indexOf("${", from)) {
            int end = format.indexOf('}', start);
            if (end < 0) {
                throw place.error("holds an unclosed ${ in %s", format);
            }
            result.append(format, from, start);
            String variable = format.substring(start + 2, end).strip();
            if (variable.startsWith("!")) { // ${!Literal} stands for ${Literal}
                result.append("${").append(variable, 1, variable.length()).append('}');
            } else if (given.has(variable)) {
                result.append(text(place, given.path(variable)));
            } else if (variable.contains(".")) {
                result.append(attribute(place, TextNode.valueOf(variable)).asText());
            } else {
                result.append(names.ref(place, variable));
            }
            from = end + 1;
        }
        return result.append(format.substring(from)).toString();
    }

    private String join(Place place, JsonNode argument) {
        StringBuilder joined = new StringBuilder();
        JsonNode parts = resolve(place, argument.path(1));
        for (int i = 0; i < parts.size(); i++) {
            joined.append(i == 0 ? "" : argument.path(0).asText())
                    .append(text(place, parts.get(i)));
        }
        return joined.toString();
    }

    private JsonNode select(Place place, JsonNode argument) {
        JsonNode list = resolve(place, argument.path(1));
        JsonNode selected = list.path(Integer.parseInt(text(place, argument.path(0))));
        if (selected.isMissingNode()) {
            throw place.error("selects element %s of %s", argument.path(0), list);
        }
        return selected;
    }

    private ArrayNode split(Place place, JsonNode argument) {
        ArrayNode parts = Json.array();
        String delimiter = Pattern.quote(argument.path(0).asText());
        for (String part : text(place, argument.path(1)).split(delimiter, -1)) {
            parts.add(part);
        }
        return parts;
    }

    private JsonNode imported(Place place, String name) {
        Export export = exports.get(name);
        if (export == null) {
            throw place.error("imports %s, which no stack of the assembly exports", name);
        }
        return resolve(export.place(), export.value());
    }

    ResourceNames names() {
        return names;
    }

    /// Whether a resource is created: it has no condition, or its condition holds.
    boolean isWanted(Place place, JsonNode resource) {
        return !resource.has("Condition")
                || conditions.holds(place, resource.path("Condition").asText());
    }

    /// The resolved node as text.
    String text(Place place, JsonNode node) {
        JsonNode value = resolve(place, node);
        if (!value.isValueNode() || value.isNull()) {
            throw place.error("should be text, but is %s", node);
        }
        return value.asText();
    }
}
