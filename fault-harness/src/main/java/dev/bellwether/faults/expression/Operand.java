package dev.bellwether.faults.expression;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Something in an expression that has a value.
sealed interface Operand {
    /// The value for an item, if it has one.
    Optional<AttributeValue> find(Map<String, AttributeValue> item, Binding binding);

    /// An attribute, by its name or a `#` placeholder.
    record Attribute(String word) implements Operand {
        @Override
        public Optional<AttributeValue> find(Map<String, AttributeValue> item, Binding binding) {
            return Optional.ofNullable(item.get(binding.name(word)));
        }
    }

    /// A `:` placeholder.
    record Value(String word) implements Operand {
        @Override
        public Optional<AttributeValue> find(Map<String, AttributeValue> item, Binding binding) {
            return Optional.of(binding.value(word));
        }
    }

    /// `size(attribute)`: of a set its elements, of a text its bytes.
    record Size(Attribute attribute) implements Operand {
        @Override
        public Optional<AttributeValue> find(Map<String, AttributeValue> item, Binding binding) {
            return attribute.find(item, binding).map(Values::size);
        }
    }

    /// `if_not_exists(attribute, other)`
    record IfNotExists(Attribute attribute, Operand other) implements Operand {
        @Override
        public Optional<AttributeValue> find(Map<String, AttributeValue> item, Binding binding) {
            return attribute.find(item, binding).or(() -> other.find(item, binding));
        }
    }

    /// `one + other`
    record Sum(Operand one, Operand other) implements Operand {
        @Override
        public Optional<AttributeValue> find(Map<String, AttributeValue> item, Binding binding) {
            return Optional.of(
                    Values.sum(required(one, item, binding), required(other, item, binding)));
        }
    }

    /// `one - other`
    record Difference(Operand one, Operand other) implements Operand {
        @Override
        public Optional<AttributeValue> find(Map<String, AttributeValue> item, Binding binding) {
            return Optional.of(
                    Values.difference(
                            required(one, item, binding), required(other, item, binding)));
        }
    }

    /// @throws InvalidRequestException if it has no value: DynamoDB refuses such an update
    static AttributeValue required(
            Operand operand, Map<String, AttributeValue> item, Binding binding) {
        return operand.find(item, binding)
                .orElseThrow(() ->
                        new InvalidRequestException(
                                "The item has no value of %s".formatted(operand)));
    }

    /// A single attribute or value.
    static Operand parse(Tokens tokens) {
        String word = tokens.next();
        if (word.startsWith(":")) {
            return new Value(word);
        }
        return attribute(word, tokens);
    }

    /// An attribute.
    static Attribute attribute(String word, Tokens tokens) {
        if (!word.startsWith("#") && !Character.isLetter(word.charAt(0)) || tokens.isNext("(")) {
            throw tokens.unsupported(word);
        }
        return new Attribute(word);
    }
}
