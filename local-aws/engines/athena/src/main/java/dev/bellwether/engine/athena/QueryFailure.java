package dev.bellwether.engine.athena;

import org.jspecify.annotations.Nullable;

/// Why a query gave no (further) rows.
///
/// @param error Trino's name of the error, for example `SYNTAX_ERROR` or `COLUMN_NOT_FOUND`
/// @param line line of the SQL text, counted from 1; null if the error has no place
/// @param column column in that line, counted from 1; null if the error has no place
/// @param message Trino's own message
record QueryFailure(
        String error, @Nullable Integer line, @Nullable Integer column, String message) {}
