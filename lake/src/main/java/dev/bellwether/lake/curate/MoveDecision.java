package dev.bellwether.lake.curate;

import dev.bellwether.market.Symbol;
import java.time.Instant;
import java.time.LocalDate;

/// A user's word that a jump is a real move of the price.
///
/// @param decidedAt when the user said so
public record MoveDecision(Symbol symbol, LocalDate tradingDay, Instant decidedAt, String rawKey) {}
