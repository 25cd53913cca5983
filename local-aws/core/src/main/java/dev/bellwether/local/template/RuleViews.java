package dev.bellwether.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.local.template.RuleTarget.Input;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Rules of EventBridge.
final class RuleViews {
    /// Members of a target; a retry policy is for calls that the target's service refuses, which
    /// none does here.
    private static final Set<String> KNOWN =
            Set.of("Arn", "Id", "RoleArn", "Input", "InputTransformer", "RetryPolicy");

    private RuleViews() {}

    static List<EventRule> rules(List<Declared> declared) {
        return declared.stream()
                .filter(resource -> resource.type().equals("AWS::Events::Rule"))
                .map(RuleViews::rule)
                .toList();
    }

    private static EventRule rule(Declared resource) {
        for (String property : List.of("ScheduleExpression", "EventBusName")) {
            if (!resource.property(property).isMissingNode()) {
                throw resource.place().at(property).error("is set, but is not acted out here");
            }
        }
        JsonNode pattern = resource.property("EventPattern");
        if (!pattern.isObject()) {
            throw resource.place().at("EventPattern").error("is missing");
        }
        List<RuleTarget> targets = new ArrayList<>();
        for (JsonNode target : resource.property("Targets")) {
            targets.add(target(resource.place().at("Targets"), target));
        }
        return new EventRule(
                resource.stack(),
                resource.logicalId(),
                resource.name(),
                resource.arn(),
                isEnabled(resource),
                pattern,
                List.copyOf(targets));
    }

    private static boolean isEnabled(Declared resource) {
        String state = resource.find("State").orElse("ENABLED");
        return switch (state) {
            case "ENABLED" -> true;
            case "DISABLED" -> false;
            default ->
                    throw resource.place()
                            .at("State")
                            .error("is %s, which is not acted out here", state);
        };
    }

    private static RuleTarget target(Place place, JsonNode target) {
        for (Map.Entry<String, JsonNode> member : target.properties()) {
            if (!KNOWN.contains(member.getKey())) {
                throw place.at(member.getKey()).error("is set, but is not acted out here");
            }
        }
        return new RuleTarget(target.path("Arn").asText(), input(target));
    }

    private static Input input(JsonNode target) {
        if (target.has("Input")) {
            return new Input.Constant(target.path("Input").asText());
        }
        JsonNode transformer = target.path("InputTransformer");
        if (transformer.isMissingNode()) {
            return new Input.WholeEvent();
        }
        Map<String, String> paths = new LinkedHashMap<>();
        transformer
                .path("InputPathsMap")
                .properties()
                .forEach(path -> paths.put(path.getKey(), path.getValue().asText()));
        return new Input.Transformed(Map.copyOf(paths), transformer.path("InputTemplate").asText());
    }
}
