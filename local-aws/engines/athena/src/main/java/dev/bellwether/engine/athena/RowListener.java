package dev.bellwether.engine.athena;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes a query's result while it runs: the columns once, then the rows.
interface RowListener {
    /// @param names in lower case unless quoted in the query
    /// @param types in Trino's notation, for example `decimal(18,6)`
    void columns(List<String> names, List<String> types);

    /// @param values as text; null for NULL
    void row(List<@Nullable String> values);
}
