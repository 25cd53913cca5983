package dev.bellwether.etl;

/// Where a chunk of a curated table's rows belongs. Its text's order is the order of the rows in
/// the table's files.
///
/// @param interval empty in tables that have none
/// @param day the only trading day of the rows; empty if they are of many
record ChunkKey(
        CuratedTable table, String symbol, String instrumentId, String interval, String day) {
    /// Sorts before everything that a symbol is made of.
    private static final String SEPARATOR = "\u0001";

    static ChunkKey parse(String text) {
        String[] parts = text.split(SEPARATOR, -1);
        return new ChunkKey(CuratedTable.valueOf(parts[0]), parts[1], parts[2], parts[3], parts[4]);
    }

    String text() {
        return String.join(SEPARATOR, table.name(), symbol, instrumentId, interval, day);
    }
}
