package dev.bellwether.local.athena;

import java.util.OptionalInt;

/// A query that Athena would refuse or end as well, or one that would change the lake; the message
/// is the engine's own and holds the place, if there is one.
public final class QueryException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String error;
    private final int line;
    private final int column;

    /// @param line of the SQL text, from 1; 0 if the failure has no place
    /// @param column in that line, from 1; 0 if the failure has no place
    public QueryException(String error, int line, int column, String message) {
        super(message);
        this.error = error;
        this.line = line;
        this.column = column;
    }

    /// The engine's name for it, for example `SYNTAX_ERROR` or `COLUMN_NOT_FOUND`.
    public String error() {
        return error;
    }

    /// Line of the SQL text, counted from 1.
    public OptionalInt line() {
        return line > 0 ? OptionalInt.of(line) : OptionalInt.empty();
    }

    /// Column in that line, counted from 1.
    public OptionalInt column() {
        return column > 0 ? OptionalInt.of(column) : OptionalInt.empty();
    }
}
