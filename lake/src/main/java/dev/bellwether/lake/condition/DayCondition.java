package dev.bellwether.lake.condition;

import dev.bellwether.market.DataCondition;
import java.time.LocalDate;

/// How far one day's data can be trusted, and why not.
///
/// @param reason in words; empty when the data is available
/// @param expected how many bars the calendar has
/// @param bars how many there are
public record DayCondition(
        LocalDate day, DataCondition condition, String reason, int expected, int bars) {}
