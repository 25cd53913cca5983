package dev.bellwether.faults.expression;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// What a request's placeholders stand for.
///
/// @param names attribute names by their `#` placeholders
/// @param values by their `:` placeholders
public record Binding(Map<String, String> names, Map<String, AttributeValue> values) {
    String name(String word) {
        if (!word.startsWith("#")) {
            return word;
        }
        String name = names.get(word);
        if (name == null) {
            throw new InvalidRequestException("%s stands for no name".formatted(word));
        }
        return name;
    }

    AttributeValue value(String word) {
        AttributeValue value = values.get(word);
        if (value == null) {
            throw new InvalidRequestException("%s stands for no value".formatted(word));
        }
        return value;
    }

    /// DynamoDB refuses placeholders that no expression of the request has.
    ///
    /// @param used those of all its expressions
    /// @throws InvalidRequestException if there is one more
    public void requireUsed(Set<String> used) {
        Set<String> unused = new HashSet<>(names.keySet());
        unused.addAll(values.keySet());
        unused.removeAll(used);
        if (!unused.isEmpty()) {
            throw new InvalidRequestException("Unused in expressions: " + unused);
        }
    }
}
