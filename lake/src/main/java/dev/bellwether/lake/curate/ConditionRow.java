package dev.bellwether.lake.curate;

import dev.bellwether.lake.Interval;
import dev.bellwether.market.DataCondition;
import dev.bellwether.market.Symbol;
import java.time.LocalDate;

/// A row of `data_condition`.
///
/// @param reason in words; empty when the data is available
/// @param expectedBars how many bars the calendar has for that day and interval
/// @param bars how many there are
public record ConditionRow(
        Symbol symbol,
        String instrumentId,
        Interval interval,
        LocalDate tradingDay,
        DataCondition condition,
        String reason,
        int expectedBars,
        int bars) {}
