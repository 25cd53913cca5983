package dev.bellwether.faults.expression;

import dev.bellwether.faults.expression.Condition.And;
import dev.bellwether.faults.expression.Condition.BeginsWith;
import dev.bellwether.faults.expression.Condition.Between;
import dev.bellwether.faults.expression.Condition.Comparator;
import dev.bellwether.faults.expression.Condition.Comparison;
import dev.bellwether.faults.expression.Condition.Contains;
import dev.bellwether.faults.expression.Condition.Exists;
import dev.bellwether.faults.expression.Condition.Not;
import dev.bellwether.faults.expression.Condition.Or;

/// Reads conditions: OR binds least, then AND, then NOT.
final class ConditionParser {
    private ConditionParser() {}

    static Condition parse(Tokens tokens) {
        Condition condition = alternatives(tokens);
        if (!tokens.atEnd()) {
            throw tokens.unsupported(tokens.next());
        }
        return condition;
    }

    private static Condition alternatives(Tokens tokens) {
        Condition condition = all(tokens);
        while (tokens.take("OR")) {
            condition = new Or(condition, all(tokens));
        }
        return condition;
    }

    private static Condition all(Tokens tokens) {
        Condition condition = negated(tokens);
        while (tokens.take("AND")) {
            condition = new And(condition, negated(tokens));
        }
        return condition;
    }

    private static Condition negated(Tokens tokens) {
        return tokens.take("NOT") ? new Not(negated(tokens)) : single(tokens);
    }

    private static Condition single(Tokens tokens) {
        if (tokens.take("(")) {
            Condition inner = alternatives(tokens);
            tokens.expect(")");
            return inner;
        }
        if (tokens.take("attribute_exists")) {
            return exists(tokens);
        }
        if (tokens.take("attribute_not_exists")) {
            return new Not(exists(tokens));
        }
        if (tokens.take("begins_with")) {
            tokens.expect("(");
            Operand text = Operand.parse(tokens);
            tokens.expect(",");
            Operand beginning = Operand.parse(tokens);
            tokens.expect(")");
            return new BeginsWith(text, beginning);
        }
        if (tokens.take("contains")) {
            tokens.expect("(");
            Operand whole = Operand.attribute(tokens.next(), tokens);
            tokens.expect(",");
            Operand part = Operand.parse(tokens);
            tokens.expect(")");
            return new Contains(whole, part);
        }
        return comparison(tokens);
    }

    private static Exists exists(Tokens tokens) {
        tokens.expect("(");
        Operand attribute = Operand.attribute(tokens.next(), tokens);
        tokens.expect(")");
        return new Exists(attribute);
    }

    private static Operand compared(Tokens tokens) {
        if (!tokens.take("size")) {
            return Operand.parse(tokens);
        }
        tokens.expect("(");
        Operand.Attribute attribute = Operand.attribute(tokens.next(), tokens);
        tokens.expect(")");
        return new Operand.Size(attribute);
    }

    private static Condition comparison(Tokens tokens) {
        Operand one = compared(tokens);
        if (tokens.take("BETWEEN")) {
            Operand low = Operand.parse(tokens);
            tokens.expect("AND");
            Operand high = Operand.parse(tokens);
            return new Between(one, low, high);
        }
        Comparator comparator =
                Comparator.taken(tokens)
                        .orElseThrow(() ->
                                tokens.unsupported(tokens.atEnd() ? "an end" : tokens.next()));
        return new Comparison(one, comparator, Operand.parse(tokens));
    }
}
