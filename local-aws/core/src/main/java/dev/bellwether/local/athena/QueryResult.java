package dev.bellwether.local.athena;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a query gave.
///
/// @param rows one value a column, as text: decimals with all their digits, dates as `2025-10-29`,
///   timestamps as `2025-10-29 19:59:30.000`; null for NULL
/// @param bytesScanned bytes read from the lake's objects; -1 if the engine did not tell
/// @param wallTime from the engine's taking the query to its last row, without the engine's start
public record QueryResult(
        List<Column> columns,
        List<List<@Nullable String>> rows,
        long bytesScanned,
        Duration wallTime) {
    public QueryResult {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /// @param name in lower case, as in Athena, even if the query quotes it otherwise
    /// @param type in Athena's notation, for example `decimal(18,6)`
    public record Column(String name, String type) {}

    public List<String> columnNames() {
        return columns.stream().map(Column::name).toList();
    }
}
