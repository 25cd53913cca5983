package dev.bellwether.etl;

/// What became of one table.
///
/// @param bytes of all its files
/// @param changed files that were written because they differ from what was there
/// @param removed files that belong to no row any more
record Published(CuratedTable table, long rows, int files, long bytes, int changed, int removed) {
    /// For whoever reads the job's output.
    String line() {
        return "table %s rows %d files %d bytes %d changed %d removed %d"
                .formatted(table.id(), rows, files, bytes, changed, removed);
    }
}
