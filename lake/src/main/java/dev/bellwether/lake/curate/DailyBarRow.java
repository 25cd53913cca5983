package dev.bellwether.lake.curate;

import java.math.BigDecimal;

/// A row of `daily_bars`: the one raw bar of a symbol's day, with what makes it comparable.
///
/// @param splitFactor a price of that day times this is a price in the newest shares; 12 decimals
/// @param dividendFactor a price of that day times this and the split factor is comparable with the
///   newest price, dividends reinvested
public record DailyBarRow(BarRow row, BigDecimal splitFactor, double dividendFactor) {}
