package dev.bellwether.alerts.delivery;

/// Where an item of the table is.
///
/// @param symbol partition key
/// @param sortKey sort key
public record RowKey(String symbol, String sortKey) {}
