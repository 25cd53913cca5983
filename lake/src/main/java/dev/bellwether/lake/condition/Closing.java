package dev.bellwether.lake.condition;

import java.time.Instant;

/// What closed a case.
///
/// @param by in words, such as `split 4:1 (alphavantage)`
/// @param at since when that is known
public record Closing(CaseStatus status, String by, Instant at) {}
