package dev.bellwether.localstack.readback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a template declares of a resource, value by value against the resource as it is. What the
/// resource has beyond that is not looked at, but for the elements of a declared list.
final class Comparison {
    /// What tells apart the elements of a list that has no order.
    private static final List<String> NAMES = List.of("Key", "Id", "AttributeName", "PolicyName");

    private final SortedMap<String, Optional<String>> findings = new TreeMap<>();

    private Comparison() {}

    /// Every declared path with the first difference that was found there; empty when all values of
    /// the path are as declared.
    static SortedMap<String, Optional<String>> of(JsonNode declared, JsonNode actual) {
        Comparison comparison = new Comparison();
        for (Map.Entry<String, JsonNode> property : declared.properties()) {
            comparison.compare(
                    property.getKey(), property.getValue(), actual.path(property.getKey()));
        }
        return comparison.findings;
    }

    /// Every path of what was read with the values that stand there.
    static Map<String, Set<JsonNode>> values(JsonNode actual) {
        Map<String, Set<JsonNode>> values = new HashMap<>();
        collect("", actual, values);
        return values;
    }

    private static void collect(String path, JsonNode actual, Map<String, Set<JsonNode>> values) {
        if (actual.isObject() && !actual.isEmpty()) {
            actual.properties()
                    .forEach(part ->
                            collect(
                                    (path.isEmpty() ? "" : path + ".") + part.getKey(),
                                    part.getValue(),
                                    values));
        } else if (actual.isArray() && !actual.isEmpty()) {
            actual.forEach(element -> collect(path + "[]", element, values));
        } else if (!actual.isMissingNode()) {
            values.computeIfAbsent(path, _ -> new HashSet<>()).add(actual);
        }
    }

    private void compare(String path, JsonNode declared, JsonNode actual) {
        if (declared.isEmpty()) {
            found(path, declared, actual, isSame(declared, actual));
        } else if (declared.isObject()) {
            for (Map.Entry<String, JsonNode> part : declared.properties()) {
                compare(path + "." + part.getKey(), part.getValue(), actual.path(part.getKey()));
            }
        } else {
            compareElements(path + "[]", declared, actual);
        }
    }

    private static boolean isSame(JsonNode declared, JsonNode actual) {
        if (declared.isContainerNode()) {
            return declared.equals(actual);
        }
        if (declared.isNumber() && actual.isNumber()) {
            // A threshold of 1 reads 1.0.
            return declared.decimalValue().compareTo(actual.decimalValue()) == 0;
        }
        // Templates may write numbers and booleans as text.
        return actual.isValueNode() && declared.asText().equals(actual.asText());
    }

    private void compareElements(String path, JsonNode declared, JsonNode actual) {
        for (int i = 0; i < declared.size(); i++) {
            JsonNode element = declared.get(i);
            Optional<String> name = NAMES.stream().filter(element::has).findFirst();
            JsonNode same = name.isPresent() ? named(element, name.get(), actual) : actual.path(i);
            compare(path, element, same);
        }
        long all =
                actual.valueStream()
                        // AWS's own, which CloudFormation adds.
                        .filter(element -> !element.path("Key").asText().startsWith("aws:"))
                        .count();
        if (all > declared.size()) {
            findings.put(
                    path, Optional.of("%d elements instead of %d".formatted(all, declared.size())));
        }
    }

    private static JsonNode named(JsonNode element, String name, JsonNode actual) {
        return actual.valueStream()
                .filter(candidate -> candidate.path(name).equals(element.path(name)))
                .findFirst()
                .orElseGet(MissingNode::getInstance);
    }

    private void found(String path, JsonNode declared, JsonNode actual, boolean same) {
        Optional<String> difference =
                same
                        ? Optional.empty()
                        : Optional.of(
                                "%s instead of %s"
                                        .formatted(
                                                actual.isMissingNode() ? "absent" : actual,
                                                declared));
        findings.merge(path, difference, (first, next) -> first.isPresent() ? first : next);
    }
}
