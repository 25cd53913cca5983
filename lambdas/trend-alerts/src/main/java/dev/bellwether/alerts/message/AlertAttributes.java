package dev.bellwether.alerts.message;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The attributes of an alert's row, texts and numbers as the table writes them.
record AlertAttributes(Map<String, String> byName) {
    String text(String name) {
        return find(name)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "%s of alert %s is missing".formatted(name, byName.get("sk"))));
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(byName.get(name)).filter(text -> !text.isEmpty());
    }

    <T> T require(String name, Function<String, T> form) {
        return parse(name, text(name), form);
    }

    Optional<BigDecimal> number(String name) {
        return read(name, BigDecimal::new);
    }

    <T> Optional<T> read(String name, Function<String, T> form) {
        return find(name).map(text -> parse(name, text, form));
    }

    private <T> T parse(String name, String text, Function<String, T> form) {
        try {
            return form.apply(text);
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw new IllegalArgumentException(
                    "%s of alert %s cannot be read: '%s'".formatted(name, byName.get("sk"), text),
                    e);
        }
    }
}
