package dev.bellwether.lake.action;

import dev.bellwether.market.Symbol;

/// What an instrument was called on a day.
///
/// @param symbol what it traded as
/// @param instrumentId our own name of it, which never changes
public record Listing(Symbol symbol, String instrumentId) {}
