package dev.bellwether.market;

import java.math.BigDecimal;
import java.time.LocalDate;

/// The fast average of a symbol's closes passed the slow one with the close of a day.
///
/// @param smaFast fast average, rounded to 6 decimals for reading; the crossing was decided on the
///   exact sums
/// @param smaSlow slow average, rounded likewise
public record Crossover(
        Symbol symbol,
        LocalDate barDay,
        Direction direction,
        BigDecimal close,
        BigDecimal smaFast,
        BigDecimal smaSlow) {}
