package dev.bellwether.faults.expression;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
        if (value.type() == AttributeValue.Type.SS) {
            // A set has no order, so that any will do as long as it is the same.
            return AttributeValue.fromSs(List.copyOf(new TreeSet<>(value.ss())));
        }
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

    static AttributeValue size(AttributeValue value) {
        int size =
                switch (value.type()) {
                    case SS -> value.ss().size();
                    case S -> value.s().getBytes(StandardCharsets.UTF_8).length;
                    default ->
                            throw new UnsupportedOperationException(
                                    "size of type %s is not simulated".formatted(value.type()));
                };
        return AttributeValue.fromN(Integer.toString(size));
    }

    /// What ADD makes of a value: a larger number, or a set with more in it.
    static AttributeValue added(Optional<AttributeValue> before, AttributeValue more) {
        return switch (more.type()) {
            case N -> sum(before.orElse(AttributeValue.fromN("0")), more);
            case SS -> union(before, more);
            default ->
                    throw new InvalidRequestException(
                            "ADD takes a number or a set, not %s".formatted(more));
        };
    }

    private static AttributeValue union(Optional<AttributeValue> before, AttributeValue more) {
        Set<String> all = new TreeSet<>(more.ss());
        before.ifPresent(value -> {
            if (value.type() != AttributeValue.Type.SS) {
                throw new InvalidRequestException("%s is no set of texts".formatted(value));
            }
            all.addAll(value.ss());
        });
        return AttributeValue.fromSs(List.copyOf(all));
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
