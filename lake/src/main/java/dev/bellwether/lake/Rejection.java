package dev.bellwether.lake;

import dev.bellwether.market.QuarantineReason;

/// A row that did not become data.
///
/// @param line where it stands: a text's line, or an element's number in JSON, from 1
/// @param detail what is wrong, in words
/// @param record the row as it stands there, cut if it is long
public record Rejection(long line, QuarantineReason reason, String detail, String record) {}
