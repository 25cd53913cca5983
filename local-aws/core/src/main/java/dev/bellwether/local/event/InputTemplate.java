package dev.bellwether.local.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.bellwether.local.template.EventRule;
import dev.bellwether.local.template.RuleTarget.Input.Transformed;
import dev.bellwether.local.template.TemplateException;
import dev.bellwether.local.wire.Json;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A target's input with parts of an event in it.
///
/// See <https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html>. A
/// template that is a text in quotes reaches its target with them.
final class InputTemplate {
    private static final Pattern VARIABLE = Pattern.compile("<([A-Za-z0-9._-]+)>");
    private static final Pattern PATH = Pattern.compile("\\$(\\.[A-Za-z0-9_-]+)*");
    private static final String RULE_NAME = "aws.events.rule-name";
    private static final String RULE_ARN = "aws.events.rule-arn";
    private static final Set<String> OF_THE_RULE = Set.of(RULE_NAME, RULE_ARN);

    private final EventRule rule;
    private final Transformed transformed;

    /// @throws TemplateException that names a path or a variable which is not known here
    InputTemplate(EventRule rule, Transformed transformed) {
        this.rule = rule;
        this.transformed = transformed;
        for (String path : transformed.paths().values()) {
            if (!PATH.matcher(path).matches()) {
                throw error(
                        "takes %s out of events; of paths only those such as $.detail.jobName are acted out here",
                        path);
            }
        }
        Matcher variables = VARIABLE.matcher(transformed.template());
        while (variables.find()) {
            String name = variables.group(1);
            if (!transformed.paths().containsKey(name) && !OF_THE_RULE.contains(name)) {
                throw error("has <%s> in a target's input, for which no path is given", name);
            }
        }
    }

    private TemplateException error(String what, String argument) {
        return new TemplateException(
                "Rule %s %s".formatted(rule.logicalId(), what.formatted(argument)));
    }

    String of(JsonNode event) {
        Map<String, JsonNode> values = new HashMap<>();
        values.put(RULE_NAME, TextNode.valueOf(rule.name()));
        values.put(RULE_ARN, TextNode.valueOf(rule.arn()));
        transformed
                .paths()
                .forEach((name, path) ->
                        values.put(name, event.at(path.substring(1).replace('.', '/'))));
        StringBuilder input = new StringBuilder();
        Matcher variables = VARIABLE.matcher(transformed.template());
        int from = 0;
        while (variables.find()) {
            input.append(transformed.template(), from, variables.start());
            JsonNode value = values.getOrDefault(variables.group(1), MissingNode.getInstance());
            input.append(isInQuotes(input) ? inQuotes(value) : value);
            from = variables.end();
        }
        return input.append(transformed.template().substring(from)).toString();
    }

    private static boolean isInQuotes(CharSequence before) {
        boolean quoted = false;
        for (int i = 0; i < before.length(); i++) {
            switch (before.charAt(i)) {
                case '\\' -> i++;
                case '"' -> quoted = !quoted;
                default -> {}
            }
        }
        return quoted;
    }

    private static String inQuotes(JsonNode value) {
        String text = value.isValueNode() ? value.asText() : Json.text(value);
        String quoted = TextNode.valueOf(value.isMissingNode() ? "" : text).toString();
        return quoted.substring(1, quoted.length() - 1);
    }
}
