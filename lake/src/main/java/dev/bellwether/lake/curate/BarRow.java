package dev.bellwether.lake.curate;

import dev.bellwether.lake.Knowledge;
import dev.bellwether.lake.SourceBar;

/// A row of `daily_bars_all`, `daily_bars_history` and `bars`.
///
/// @param instrumentId what the symbol's listing is called for ever
/// @param quality `ok` or `suspect`
/// @param flags ids of the bar's flags, joined by `|`
/// @param version from 1, in the order in which the versions were known
/// @param knowledge since when the version is known
/// @param contentHash 32 hex digits over the figures
/// @param rawKey lake key of the raw object that stated it first
public record BarRow(
        String instrumentId,
        SourceBar bar,
        String quality,
        String flags,
        int version,
        Knowledge knowledge,
        String contentHash,
        String rawKey) {}
