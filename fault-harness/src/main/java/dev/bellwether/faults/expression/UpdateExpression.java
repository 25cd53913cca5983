package dev.bellwether.faults.expression;

import dev.bellwether.faults.expression.Operand.Attribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// `SET a = :x, b = b + :y REMOVE c ADD d :z`
///
/// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.UpdateExpressions.html
///
/// @param placeholders that it has
public record UpdateExpression(
        List<Assignment> assignments,
        List<Removal> removals,
        List<Addition> additions,
        Set<String> placeholders) {
    /// Gives an attribute a value.
    record Assignment(Attribute attribute, Operand value) {}

    /// Takes an attribute away.
    record Removal(Attribute attribute) {}

    /// Adds to a number or a set.
    record Addition(Attribute attribute, Operand.Value value) {}

    /// @throws UnsupportedOperationException for what is not simulated, such as DELETE
    public static UpdateExpression parse(String expression) {
        Tokens tokens = new Tokens(expression);
        List<Assignment> assignments = new ArrayList<>();
        List<Removal> removals = new ArrayList<>();
        List<Addition> additions = new ArrayList<>();
        while (!tokens.atEnd()) {
            if (tokens.take("SET")) {
                do {
                    Attribute attribute = Operand.attribute(tokens.next(), tokens);
                    tokens.expect("=");
                    assignments.add(new Assignment(attribute, value(tokens)));
                } while (tokens.take(","));
            } else if (tokens.take("REMOVE")) {
                do {
                    removals.add(new Removal(Operand.attribute(tokens.next(), tokens)));
                } while (tokens.take(","));
            } else if (tokens.take("ADD")) {
                do {
                    additions.add(addition(tokens));
                } while (tokens.take(","));
            } else {
                throw tokens.unsupported(tokens.next());
            }
        }
        return new UpdateExpression(assignments, removals, additions, tokens.placeholders());
    }

    private static Addition addition(Tokens tokens) {
        Attribute attribute = Operand.attribute(tokens.next(), tokens);
        String word = tokens.next();
        if (!word.startsWith(":")) {
            throw tokens.unsupported(word);
        }
        return new Addition(attribute, new Operand.Value(word));
    }

    private static Operand value(Tokens tokens) {
        Operand one = term(tokens);
        if (tokens.take("+")) {
            return new Operand.Sum(one, term(tokens));
        }
        return tokens.take("-") ? new Operand.Difference(one, term(tokens)) : one;
    }

    private static Operand term(Tokens tokens) {
        if (!tokens.take("if_not_exists")) {
            return Operand.parse(tokens);
        }
        tokens.expect("(");
        Attribute attribute = Operand.attribute(tokens.next(), tokens);
        tokens.expect(",");
        Operand other = value(tokens);
        tokens.expect(")");
        return new Operand.IfNotExists(attribute, other);
    }

    /// The item after the update. Every value is of the item before it.
    public Map<String, AttributeValue> apply(Map<String, AttributeValue> before, Binding binding) {
        Map<String, AttributeValue> after = new TreeMap<>(before);
        removals.forEach(removal -> after.remove(binding.name(removal.attribute().word())));
        assignments.forEach(assignment ->
                after.put(
                        binding.name(assignment.attribute().word()),
                        Operand.required(assignment.value(), before, binding)));
        additions.forEach(addition ->
                after.put(
                        binding.name(addition.attribute().word()),
                        Values.added(
                                addition.attribute().find(before, binding),
                                binding.value(addition.value().word()))));
        return after;
    }
}
