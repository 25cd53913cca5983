package dev.bellwether.local.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// One filter pattern, in the syntax of EventBridge rules, which SNS's filter policies share.
///
/// https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html#filtering-syntax and
/// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
public final class EventPattern {
    private final Predicate<JsonNode> fields;

    private EventPattern(Predicate<JsonNode> fields) {
        this.fields = fields;
    }

    /// @throws IllegalArgumentException that names an operator which is not acted out
    public static EventPattern of(JsonNode pattern) {
        return new EventPattern(fields(pattern));
    }

    public boolean matches(JsonNode event) {
        return fields.test(event);
    }

    /// All fields of a pattern must match; an array in a pattern lists alternatives.
    private static Predicate<JsonNode> fields(JsonNode pattern) {
        if (!pattern.isObject() || pattern.isEmpty()) {
            throw new IllegalArgumentException(
                    "A filter pattern is a JSON object with at least one field, not " + pattern);
        }
        List<Predicate<JsonNode>> all = new ArrayList<>();
        for (var field : pattern.properties()) {
            String name = field.getKey();
            if (name.equals("$or")) {
                all.add(anyOf(field.getValue().valueStream().map(EventPattern::fields).toList()));
            } else {
                Predicate<JsonNode> value = value(name, field.getValue());
                all.add(event -> value.test(event.path(name)));
            }
        }
        return event -> all.stream().allMatch(field -> field.test(event));
    }

    private static Predicate<JsonNode> value(String name, JsonNode pattern) {
        if (pattern.isObject()) {
            return fields(pattern);
        }
        if (!pattern.isArray() || pattern.isEmpty()) {
            throw new IllegalArgumentException(
                    "Field %s of a filter pattern must be an object or a list, not %s"
                            .formatted(name, pattern));
        }
        Predicate<JsonNode> any = anyOf(pattern.valueStream().map(PatternOperator::of).toList());
        // A list in the event matches if one of its elements does.
        return value ->
                value.isArray() && !value.isEmpty()
                        ? value.valueStream().anyMatch(any)
                        : any.test(value);
    }

    private static Predicate<JsonNode> anyOf(List<Predicate<JsonNode>> alternatives) {
        return value -> alternatives.stream().anyMatch(one -> one.test(value));
    }

    /// The patterns of one mapping, of which one must match; none lets everything pass.
    record Filter(List<EventPattern> patterns) {
        static final Filter NONE = new Filter(List.of());

        static Filter of(List<JsonNode> patterns) {
            return new Filter(patterns.stream().map(EventPattern::of).toList());
        }

        boolean isEmpty() {
            return patterns.isEmpty();
        }

        boolean passes(JsonNode event) {
            return patterns.isEmpty() || patterns.stream().anyMatch(one -> one.matches(event));
        }
    }

    /// Names of the operators that [PatternOperator] knows, for messages.
    static final Set<String> OPERATORS =
            Set.of("prefix", "suffix", "equals-ignore-case", "exists", "numeric", "anything-but");
}
