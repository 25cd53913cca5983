package dev.bellwether.faults.market;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Attributes that every item of its kind has.
public final class Items {
    private Items() {}

    /// A text.
    public static String text(Map<String, AttributeValue> item, String name) {
        return requireNonNull(item.get(name), name).s();
    }

    /// A whole number.
    public static long number(Map<String, AttributeValue> item, String name) {
        return Long.parseLong(requireNonNull(item.get(name), name).n());
    }

    /// A number that may have decimals.
    public static BigDecimal decimal(Map<String, AttributeValue> item, String name) {
        return new BigDecimal(requireNonNull(item.get(name), name).n());
    }

    /// The key as `<symbol> <sk>`.
    public static String keyOf(Map<String, AttributeValue> item) {
        return text(item, "symbol") + " " + text(item, "sk");
    }
}
