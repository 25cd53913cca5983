package dev.bellwether.simulator;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/// A session's figures up to a moment in it.
///
/// @param at when `price` was made
/// @param volume shares since the open
record SessionSoFar(
        LocalDate tradingDay,
        Instant at,
        BigDecimal open,
        BigDecimal high,
        BigDecimal low,
        BigDecimal price,
        long volume) {}
