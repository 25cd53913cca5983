package dev.bellwether.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.local.template.CloudAssembly.StackSource;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Names of resources, and what other resources get when they refer to them.
final class ResourceNames {
    private final Resolver resolver;
    private final Map<String, String> names = new HashMap<>();
    private final Set<String> naming = new LinkedHashSet<>();

    ResourceNames(Resolver resolver) {
        this.resolver = resolver;
    }

    /// Value of `Ref`.
    String ref(Place place, String name) {
        StackSource stack = place.stack();
        return switch (name) {
            case "AWS::Region" -> Arn.LOCAL_REGION;
            case "AWS::AccountId" -> Arn.LOCAL_ACCOUNT;
            case "AWS::Partition" -> "aws";
            case "AWS::URLSuffix" -> "amazonaws.com";
            case "AWS::StackName" -> stack.name();
            case "AWS::StackId" ->
                    Arn.local("cloudformation", "stack/" + stack.name() + "/local").toString();
            default -> {
                JsonNode parameter = stack.template().path("Parameters").path(name);
                if (parameter.has("Default")) {
                    yield parameter.path("Default").asText();
                }
                yield References.ref(type(place, name), physicalName(place, stack, name));
            }
        };
    }

    /// Value of `Fn::GetAtt`.
    String attribute(Place place, String logicalId, String attribute) {
        String type = type(place, logicalId);
        return References.attribute(type, physicalName(place, place.stack(), logicalId), attribute)
                .orElseThrow(() ->
                        place.error(
                                "asks for attribute %s of %s (%s), which is not known here",
                                attribute, logicalId, type));
    }

    private static String type(Place place, String logicalId) {
        JsonNode resource = place.stack().resource(logicalId);
        if (resource.isMissingNode()) {
            throw place.error("refers to %s, which the stack does not declare", logicalId);
        }
        return resource.path("Type").asText();
    }

    /// The name of a resource: from its template if given there, else derived.
    String physicalName(Place from, StackSource stack, String logicalId) {
        String key = stack.name() + "/" + logicalId;
        String known = names.get(key);
        if (known != null) {
            return known;
        }
        if (!naming.add(key)) {
            throw from.error("needs a name that depends on itself: %s", naming);
        }
        JsonNode resource = stack.resource(logicalId);
        Place place = new Place(stack, logicalId, "Properties");
        String name = named(place, resource.path("Type").asText(), resource.path("Properties"));
        naming.remove(key);
        names.put(key, name);
        return name;
    }

    private String named(Place place, String type, JsonNode properties) {
        String derived = PhysicalNames.derived(type, place.stack().name(), place.resource());
        if (type.equals("AWS::Lambda::Version")) {
            return functionName(place, properties) + ":1";
        }
        Optional<String> given =
                PhysicalNames.property(type)
                        .map(path ->
                                resolver.resolve(
                                        place.at(path),
                                        properties.at("/" + path.replace('.', '/'))))
                        .filter(node -> !node.isMissingNode())
                        .map(node -> resolver.text(place, node));
        return type.equals("AWS::Lambda::Alias")
                ? functionName(place, properties) + ":" + given.orElse(derived)
                : given.orElse(derived);
    }

    private String functionName(Place place, JsonNode properties) {
        return LambdaFunction.nameOf(
                resolver.text(place.at("FunctionName"), properties.path("FunctionName")));
    }
}
