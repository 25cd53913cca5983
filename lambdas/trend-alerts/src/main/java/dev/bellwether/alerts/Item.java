package dev.bellwether.alerts;

import dev.bellwether.market.Symbol;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// An item of the table: its texts and numbers by name, numbers as DynamoDB writes them.
record Item(Map<String, String> attributes) {
    Item {
        attributes = Map.copyOf(attributes);
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    /// Throws [MalformedItemException], like the methods below, when the item has no such value.
    String text(String name) {
        return find(name)
                .orElseThrow(() ->
                        new MalformedItemException(
                                "%s of %s is missing".formatted(name, attributes.get("sk"))));
    }

    Symbol symbol() {
        return read("symbol", Symbol::of);
    }

    BigDecimal number(String name) {
        return read(name, BigDecimal::new);
    }

    LocalDate day(String name) {
        return read(name, LocalDate::parse);
    }

    Instant instant(String name) {
        return read(name, Instant::parse);
    }

    <T> T read(String name, Function<String, T> form) {
        String value = text(name);
        try {
            return form.apply(value);
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw new MalformedItemException(
                    "%s of %s cannot be read: '%s'".formatted(name, attributes.get("sk"), value),
                    e);
        }
    }

    /// The attributes by name, for people.
    @Override
    public String toString() {
        return new TreeMap<>(attributes).toString();
    }
}
