package dev.bellwether.local.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/// One alternative of a pattern's field: a literal or an operator.
final class PatternOperator {
    private PatternOperator() {}

    static Predicate<JsonNode> of(JsonNode alternative) {
        return alternative.isObject() ? operator(alternative) : literal(alternative);
    }

    /// Numbers match by their text, as EventBridge does: 300 is not 300.0.
    private static Predicate<JsonNode> literal(JsonNode expected) {
        return value ->
                value.getNodeType() == expected.getNodeType()
                        && value.asText().equals(expected.asText());
    }

    private static Predicate<JsonNode> operator(JsonNode node) {
        if (node.size() != 1) {
            throw new IllegalArgumentException("A filter operator has one name: " + node);
        }
        var entry = node.properties().iterator().next();
        JsonNode argument = entry.getValue();
        return switch (entry.getKey()) {
            case "prefix" -> text(argument, String::startsWith);
            case "suffix" -> text(argument, String::endsWith);
            case "equals-ignore-case" -> text(argument, String::equalsIgnoreCase);
            case "exists" -> exists(argument);
            case "numeric" -> numeric(argument);
            case "anything-but" -> anythingBut(argument);
            default ->
                    throw new IllegalArgumentException(
                            "Filter operator %s is not acted out here; known are %s"
                                    .formatted(entry.getKey(), EventPattern.OPERATORS));
        };
    }

    @FunctionalInterface
    private interface TextTest {
        boolean test(String value, String argument);
    }

    private static Predicate<JsonNode> text(JsonNode argument, TextTest test) {
        if (!argument.isTextual()) {
            throw new IllegalArgumentException("A filter operator wants a text, not " + argument);
        }
        return value -> value.isTextual() && test.test(value.asText(), argument.asText());
    }

    private static Predicate<JsonNode> exists(JsonNode argument) {
        boolean wanted = argument.asBoolean();
        return value -> value.isMissingNode() != wanted;
    }

    private static Predicate<JsonNode> anythingBut(JsonNode argument) {
        List<Predicate<JsonNode>> excluded = new ArrayList<>();
        if (argument.isArray()) {
            argument.forEach(one -> excluded.add(literal(one)));
        } else {
            excluded.add(of(argument));
        }
        return value -> value.isValueNode() && excluded.stream().noneMatch(one -> one.test(value));
    }

    private static Predicate<JsonNode> numeric(JsonNode conditions) {
        List<Predicate<BigDecimal>> all = new ArrayList<>();
        for (int i = 0; i + 1 < conditions.size(); i += 2) {
            BigDecimal bound = conditions.get(i + 1).decimalValue();
            IntPredicate comparison = comparison(conditions.get(i).asText());
            all.add(value -> comparison.test(value.compareTo(bound)));
        }
        if (all.isEmpty()) {
            throw new IllegalArgumentException(
                    "Filter operator numeric wants comparisons such as [\">\", 0], not "
                            + conditions);
        }
        return value ->
                value.isNumber() && all.stream().allMatch(one -> one.test(value.decimalValue()));
    }

    private static IntPredicate comparison(String sign) {
        return switch (sign) {
            case "=" -> order -> order == 0;
            case "<" -> order -> order < 0;
            case "<=" -> order -> order <= 0;
            case ">" -> order -> order > 0;
            case ">=" -> order -> order >= 0;
            default ->
                    throw new IllegalArgumentException(
                            "Comparison %s of filter operator numeric is not known"
                                    .formatted(sign));
        };
    }
}
