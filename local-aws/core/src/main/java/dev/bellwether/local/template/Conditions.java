package dev.bellwether.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/// Evaluates the named conditions of a stack.
///
/// See
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-conditions.html>.
final class Conditions {
    private final Resolver resolver;

    Conditions(Resolver resolver) {
        this.resolver = resolver;
    }

    boolean holds(Place place, String name) {
        return isTrue(place, condition(place, name));
    }

    private static JsonNode condition(Place place, String name) {
        JsonNode condition = place.stack().template().path("Conditions").path(name);
        if (condition.isMissingNode()) {
            throw place.error("depends on condition %s, which the stack does not declare", name);
        }
        return condition;
    }

    private boolean isTrue(Place place, JsonNode condition) {
        Map.Entry<String, JsonNode> only = condition.properties().iterator().next();
        JsonNode parts = only.getValue();
        return switch (only.getKey()) {
            case "Fn::Equals" ->
                    resolver.resolve(place, parts.path(0))
                            .equals(resolver.resolve(place, parts.path(1)));
            case "Fn::Not" -> !isTrue(place, parts.path(0));
            case "Fn::And" -> parts.valueStream().allMatch(part -> isTrue(place, part));
            case "Fn::Or" -> parts.valueStream().anyMatch(part -> isTrue(place, part));
            case "Condition" -> holds(place, parts.asText());
            default ->
                    throw place.error(
                            "depends on a condition with %s, which is not known here",
                            only.getKey());
        };
    }
}
