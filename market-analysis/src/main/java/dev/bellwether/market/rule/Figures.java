package dev.bellwether.market.rule;

import java.math.BigDecimal;

/// The two numbers that a rule compared, rounded to 6 decimals for reading; the decision was made
/// on exact ones.
///
/// @param reading fast average, move in percent, close, or RSI
/// @param reference slow average, threshold, or level
public record Figures(BigDecimal reading, BigDecimal reference) {}
