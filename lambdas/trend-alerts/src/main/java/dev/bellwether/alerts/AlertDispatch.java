package dev.bellwether.alerts;

import dev.bellwether.alerts.delivery.AlertDelivery;
import dev.bellwether.alerts.delivery.AlertDelivery.Outcome;
import dev.bellwether.alerts.delivery.DeliveryRun;
import dev.bellwether.alerts.delivery.RowKey;
import dev.bellwether.market.lake.LakeLayout;
import java.util.Map;
import java.util.Optional;

/// Brings an alert's row into the lake when it is new or its status is, and hands it to delivery,
/// which knows what of it people were told already.
final class AlertDispatch {
    private static final String STATUS = "status";

    private final LakeObjects lake;
    private final AlertDelivery delivery;

    AlertDispatch(LakeObjects lake, AlertDelivery delivery) {
        this.lake = lake;
        this.delivery = delivery;
    }

    /// Answers whether people were told something. Throws [MalformedItemException] when the row
    /// cannot be read, and what a failed call throws.
    boolean dispatch(Item after, Optional<Item> before, DeliveryRun run) {
        boolean isNews =
                before.filter(was -> was.find(STATUS).equals(after.find(STATUS))).isEmpty();
        if (!isNews && !delivery.mayConcern(after.attributes())) {
            return false;
        }
        RowKey key = new RowKey(after.text("symbol"), after.text("sk"));
        Optional<Map<String, String>> row = delivery.find(key);
        if (row.isEmpty()) {
            return false;
        }
        if (isNews) {
            Item item = new Item(row.get());
            lake.put(
                    LakeLayout.alertKey(item.day("bar_day"), item.text("alert_id")),
                    AlertJson.write(item));
        }
        try {
            return delivery.deliver(key, row.get(), run) == Outcome.TOLD;
        } catch (IllegalArgumentException e) {
            throw new MalformedItemException(String.valueOf(e.getMessage()), e);
        }
    }
}
