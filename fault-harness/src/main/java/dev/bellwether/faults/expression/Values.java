package dev.bellwether.faults.expression;

import java.math.BigDecimal;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// How DynamoDB compares values.
public final class Values {
    private static final int MOST_DIGITS = 38;

    private Values() {}

    /// Below, at or above zero; empty for values of different types, which have no order.
    ///
    /// @throws UnsupportedOperationException for others than texts and numbers
    public static Optional<Integer> compare(AttributeValue one, AttributeValue other) {
        if (one.type() != other.type()) {
            return Optional.empty();
        }
        return switch (one.type()) {
            case S -> Optional.of(one.s().compareTo(other.s()));
            case N -> Optional.of(new BigDecimal(one.n()).compareTo(new BigDecimal(other.n())));
            default ->
                    throw new UnsupportedOperationException(
                            "Comparing values of type %s is not simulated".formatted(one.type()));
        };
    }

    static boolean equal(AttributeValue one, AttributeValue other) {
        return one.type() == AttributeValue.Type.N && other.type() == AttributeValue.Type.N
                ? compare(one, other).equals(Optional.of(0))
                : one.equals(other);
    }

    /// As the table keeps it: numbers without what does not count.
    ///
    /// @throws InvalidRequestException for a number of more than 38 digits
    public static AttributeValue stored(AttributeValue value) {
        if (value.type() != AttributeValue.Type.N) {
            return value;
        }
        BigDecimal number = new BigDecimal(value.n()).stripTrailingZeros();
        if (number.precision() > MOST_DIGITS) {
            throw new InvalidRequestException(
                    "%s has more than %d digits".formatted(value.n(), MOST_DIGITS));
        }
        return AttributeValue.fromN(number.toPlainString());
    }

    static AttributeValue sum(AttributeValue one, AttributeValue other) {
        return AttributeValue.fromN(number(one).add(number(other)).toPlainString());
    }

    static AttributeValue difference(AttributeValue one, AttributeValue other) {
        return AttributeValue.fromN(number(one).subtract(number(other)).toPlainString());
    }

    private static BigDecimal number(AttributeValue value) {
        if (value.type() != AttributeValue.Type.N) {
            throw new InvalidRequestException("%s is no number".formatted(value));
        }
        return new BigDecimal(value.n());
    }
}
