package dev.bellwether.faults.expression;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Something that an item meets or does not.
///
/// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.OperatorsAndFunctions.html
public sealed interface Condition {
    /// @param item its attributes; none of an item that is not there
    boolean holds(Map<String, AttributeValue> item, Binding binding);

    /// Both.
    record And(Condition one, Condition other) implements Condition {
        @Override
        public boolean holds(Map<String, AttributeValue> item, Binding binding) {
            return one.holds(item, binding) && other.holds(item, binding);
        }
    }

    /// At least one.
    record Or(Condition one, Condition other) implements Condition {
        @Override
        public boolean holds(Map<String, AttributeValue> item, Binding binding) {
            return one.holds(item, binding) || other.holds(item, binding);
        }
    }

    /// The opposite.
    record Not(Condition one) implements Condition {
        @Override
        public boolean holds(Map<String, AttributeValue> item, Binding binding) {
            return !one.holds(item, binding);
        }
    }

    /// `attribute_exists` and, within a [Not], `attribute_not_exists`.
    record Exists(Operand attribute) implements Condition {
        @Override
        public boolean holds(Map<String, AttributeValue> item, Binding binding) {
            return attribute.find(item, binding).isPresent();
        }
    }

    /// `begins_with`
    record BeginsWith(Operand text, Operand beginning) implements Condition {
        @Override
        public boolean holds(Map<String, AttributeValue> item, Binding binding) {
            Optional<String> start = beginning.find(item, binding).map(AttributeValue::s);
            return text.find(item, binding)
                    .map(AttributeValue::s)
                    .filter(it -> start.isPresent() && it.startsWith(start.get()))
                    .isPresent();
        }
    }

    /// `contains`: an element of a set, or a part of a text.
    record Contains(Operand whole, Operand part) implements Condition {
        @Override
        public boolean holds(Map<String, AttributeValue> item, Binding binding) {
            Optional<String> sought = part.find(item, binding).map(AttributeValue::s);
            return whole.find(item, binding)
                    .filter(it -> sought.filter(text -> has(it, text)).isPresent())
                    .isPresent();
        }

        private static boolean has(AttributeValue whole, String text) {
            return switch (whole.type()) {
                case SS -> whole.ss().contains(text);
                case S -> whole.s().contains(text);
                default ->
                        throw new UnsupportedOperationException(
                                "contains of type %s is not simulated".formatted(whole.type()));
            };
        }
    }

    /// `one = other` and its like. Without a value on both sides nothing holds but `<>`.
    record Comparison(Operand one, Comparator comparator, Operand other) implements Condition {
        @Override
        public boolean holds(Map<String, AttributeValue> item, Binding binding) {
            Optional<AttributeValue> left = one.find(item, binding);
            Optional<AttributeValue> right = other.find(item, binding);
            if (left.isEmpty() || right.isEmpty()) {
                return comparator == Comparator.NOT_EQUAL;
            }
            return switch (comparator) {
                case EQUAL -> Values.equal(left.get(), right.get());
                case NOT_EQUAL -> !Values.equal(left.get(), right.get());
                case LESS, AT_MOST, GREATER, AT_LEAST ->
                        Values.compare(left.get(), right.get())
                                .filter(comparator.test::test)
                                .isPresent();
            };
        }
    }

    /// `one BETWEEN low AND high`
    record Between(Operand one, Operand low, Operand high) implements Condition {
        @Override
        public boolean holds(Map<String, AttributeValue> item, Binding binding) {
            return new Comparison(one, Comparator.AT_LEAST, low).holds(item, binding)
                    && new Comparison(one, Comparator.AT_MOST, high).holds(item, binding);
        }
    }

    /// How two values are compared.
    enum Comparator {
        /// The same.
        EQUAL("=", order -> order == 0),
        /// Not the same.
        NOT_EQUAL("<>", order -> order != 0),
        /// Below.
        LESS("<", order -> order < 0),
        /// Below or the same.
        AT_MOST("<=", order -> order <= 0),
        /// Above.
        GREATER(">", order -> order > 0),
        /// Above or the same.
        AT_LEAST(">=", order -> order >= 0);

        private final String word;
        private final IntPredicate test;

        Comparator(String word, IntPredicate test) {
            this.word = word;
            this.test = test;
        }

        static Optional<Comparator> taken(Tokens tokens) {
            for (Comparator comparator : values()) {
                if (tokens.take(comparator.word)) {
                    return Optional.of(comparator);
                }
            }
            return Optional.empty();
        }
    }

    /// A condition with the placeholders that it has.
    record Parsed(Condition condition, Set<String> placeholders) {}

    /// @throws UnsupportedOperationException for what is not simulated
    static Parsed parse(String expression) {
        Tokens tokens = new Tokens(expression);
        Condition condition = ConditionParser.parse(tokens);
        return new Parsed(condition, tokens.placeholders());
    }
}
