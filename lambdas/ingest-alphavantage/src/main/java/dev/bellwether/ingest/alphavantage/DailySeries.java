package dev.bellwether.ingest.alphavantage;

import dev.bellwether.market.OhlcvBar;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;

/// The daily bars of one answer, by day.
///
/// @param refused lines that are no bar
/// @param repeated how many lines said again what another had said
/// @param rounded how many bars had a price of more than 6 decimals
record DailySeries(
        NavigableMap<LocalDate, OhlcvBar> bars,
        List<RefusedRow> refused,
        int repeated,
        int rounded) {}
