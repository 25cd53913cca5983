package dev.bellwether.alerts;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One change of an item, as the table's stream delivered it.
///
/// @param sequenceNumber the change's place in its shard
/// @param after the item since the change; empty when it was removed
/// @param before the item until the change; empty when it is new
/// @param changedAt when the table changed, to the second
record TableChange(
        String sequenceNumber,
        Item key,
        Optional<Item> after,
        Optional<Item> before,
        Instant changedAt) {
    static TableChange of(DynamodbStreamRecord delivered) {
        StreamRecord change = delivered.getDynamodb();
        return new TableChange(
                change.getSequenceNumber(),
                item(change.getKeys()),
                Optional.ofNullable(change.getNewImage()).map(TableChange::item),
                Optional.ofNullable(change.getOldImage()).map(TableChange::item),
                change.getApproximateCreationDateTime().toInstant());
    }

    private static Item item(Map<String, AttributeValue> image) {
        Map<String, String> attributes = new HashMap<>();
        image.forEach((name, value) -> {
            String scalar = scalar(value);
            if (scalar != null) {
                attributes.put(name, scalar);
            }
        });
        return new Item(attributes);
    }

    private static @Nullable String scalar(AttributeValue value) {
        return value.getS() != null ? value.getS() : value.getN();
    }
}
