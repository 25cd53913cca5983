package dev.bellwether.stream;

import dev.bellwether.market.Symbol;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// An item of the table as it was read. Methods throw IllegalStateException, which names item and
/// attribute, when it has no such value: it was not written by this function then.
record StoredItem(Map<String, AttributeValue> attributes) {
    Symbol symbol() {
        return text("symbol", Symbol::of);
    }

    BigDecimal decimal(String name) {
        return read(name, AttributeValue::n, BigDecimal::new);
    }

    long whole(String name) {
        return read(name, AttributeValue::n, number -> new BigDecimal(number).longValueExact());
    }

    boolean has(String name) {
        return attributes.containsKey(name);
    }

    <T> T text(String name, Function<String, T> form) {
        return read(name, AttributeValue::s, form);
    }

    private <T> T read(
            String name, Function<AttributeValue, String> kind, Function<String, T> form) {
        try {
            return Optional.ofNullable(attributes.get(name))
                    .map(kind)
                    .map(form)
                    .orElseThrow(() -> unreadable(name, null));
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw unreadable(name, e);
        }
    }

    private IllegalStateException unreadable(String name, @Nullable RuntimeException cause) {
        return new IllegalStateException(
                "%s of item %s of %s is missing or cannot be read"
                        .formatted(name, attributes.get("sk"), attributes.get("symbol")),
                cause);
    }
}
