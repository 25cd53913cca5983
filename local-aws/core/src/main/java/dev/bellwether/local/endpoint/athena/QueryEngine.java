package dev.bellwether.local.endpoint.athena;

import dev.bellwether.local.athena.QueryResult;

/// What answers a statement, such as `LocalAthena::query`.
@FunctionalInterface
public interface QueryEngine {
    /// @throws dev.bellwether.local.athena.QueryException if the statement is refused or fails
    QueryResult query(String sql);
}
