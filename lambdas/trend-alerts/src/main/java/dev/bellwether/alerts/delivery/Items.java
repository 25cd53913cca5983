package dev.bellwether.alerts.delivery;

import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Items of DynamoDB from and to texts.
final class Items {
    private Items() {}

    /// The key of an item, which is an item itself.
    static Map<String, AttributeValue> item(RowKey key) {
        return Map.of("symbol", text(key.symbol()), "sk", text(key.sortKey()));
    }

    /// Its texts and numbers by name, numbers as DynamoDB writes them.
    static Map<String, String> scalars(Map<String, AttributeValue> item) {
        Map<String, String> scalars = new HashMap<>();
        item.forEach((name, value) -> {
            if (value.s() != null) {
                scalars.put(name, value.s());
            } else if (value.n() != null) {
                scalars.put(name, value.n());
            }
        });
        return scalars;
    }

    static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
