package dev.bellwether.engine.athena;

/// How a query ended.
sealed interface QueryOutcome {
    /// @param bytesScanned bytes read from the lake's files; -1 if unknown
    record Finished(long bytesScanned) implements QueryOutcome {}

    record Failed(QueryFailure failure) implements QueryOutcome {}
}
