package dev.bellwether.lake.history;

import dev.bellwether.lake.Observation;

/// One version of a bar or an action.
///
/// @param first the observation that it is known by since
/// @param number from 1, in the order in which the versions were known
/// @param contentHash 32 hex digits over the figures
/// @param newest whether no later version is known
public record Version<O extends Observation>(
        O first, int number, String contentHash, boolean newest) {}
