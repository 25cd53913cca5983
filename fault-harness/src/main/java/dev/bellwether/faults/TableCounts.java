package dev.bellwether.faults;

import dev.bellwether.faults.market.AlertReference.Status;
import dev.bellwether.faults.market.AlertRows;
import dev.bellwether.faults.market.Items;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// What the functions have written into the table.
///
/// @param fired alerts of that status
/// @param recorded alerts of that status
/// @param retracted alerts of that status
/// @param sampledBars bars out of quotes
/// @param restatedBars those of them that are not as they first were
public record TableCounts(
        int fired, int recorded, int retracted, int sampledBars, int restatedBars) {
    static TableCounts of(List<Map<String, AttributeValue>> items) {
        return new TableCounts(
                alerts(items, Status.FIRED),
                alerts(items, Status.RECORDED),
                alerts(items, Status.RETRACTED),
                bars(items, 1),
                bars(items, 2));
    }

    private static int alerts(List<Map<String, AttributeValue>> items, Status status) {
        return (int)
                items.stream()
                        .filter(item -> AlertRows.idOf(item).isPresent())
                        .filter(item -> Items.text(item, "status").equals(status.id()))
                        .count();
    }

    private static int bars(List<Map<String, AttributeValue>> items, int fewestVersions) {
        return (int)
                items.stream()
                        .filter(item -> Items.text(item, "sk").startsWith("sampled#"))
                        .filter(item -> Items.number(item, "version") >= fewestVersions)
                        .count();
    }

    int alerts() {
        return fired + recorded + retracted;
    }
}
