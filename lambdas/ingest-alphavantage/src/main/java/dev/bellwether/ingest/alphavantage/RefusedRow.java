package dev.bellwether.ingest.alphavantage;

import dev.bellwether.market.QuarantineReason;

/// A line of a series that does not become data.
///
/// @param detail the reason in words
/// @param line the line as it came
record RefusedRow(QuarantineReason reason, String detail, String line) {}
