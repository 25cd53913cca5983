package dev.bellwether.faults.market;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A step of the world outside: of producers, of loads, of time.
public sealed interface Action {
    /// A producer puts a record into the stream of quotes.
    record SendRecord(SentRecord sent) implements Action {}

    /// A load writes bars, all at once.
    record StoreBars(List<StoredBar> bars) implements Action {}

    /// Somebody writes an item that no function can read, or that none survives.
    record StoreItem(Map<String, AttributeValue> item) implements Action {}

    /// Nothing happens until the functions have seen everything.
    record Settle() implements Action {}
}
