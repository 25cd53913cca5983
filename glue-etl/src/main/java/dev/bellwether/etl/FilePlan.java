package dev.bellwether.etl;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.apache.spark.Partitioner;

/// Which file a chunk goes into. It follows from the rows alone, so that the same rows make the
/// same files: a table's symbols in their order, as many in a file as it takes.
final class FilePlan extends Partitioner {
    private static final long serialVersionUID = 1;

    /// Days of `bars` that one task writes, each into its own folder.
    private static final long BARS_ROWS_PER_TASK = 500_000;

    private final Map<CuratedTable, int[]> partitions = new EnumMap<>(CuratedTable.class);
    private final Map<CuratedTable, Map<String, Integer>> fileOf =
            new EnumMap<>(CuratedTable.class);
    private final int count;

    /// @param rows of each table by symbol
    private FilePlan(Map<CuratedTable, SortedMap<String, Long>> rows, long rowsPerFile) {
        int next = 0;
        for (Map.Entry<CuratedTable, SortedMap<String, Long>> table : rows.entrySet()) {
            int files =
                    table.getKey() == CuratedTable.BARS
                            ? barsTasks(table.getValue())
                            : assign(table.getKey(), table.getValue(), rowsPerFile);
            partitions.put(table.getKey(), new int[] {next, next + files});
            next += files;
        }
        count = next;
    }

    static FilePlan of(Map<CuratedTable, SortedMap<String, Long>> rows, long rowsPerFile) {
        return new FilePlan(new EnumMap<>(rows), rowsPerFile);
    }

    private static int barsTasks(SortedMap<String, Long> rows) {
        long all = rows.values().stream().mapToLong(Long::longValue).sum();
        return Math.toIntExact(1 + all / BARS_ROWS_PER_TASK);
    }

    private int assign(CuratedTable table, SortedMap<String, Long> rows, long rowsPerFile) {
        Map<String, Integer> files = new HashMap<>();
        int file = 0;
        long inFile = 0;
        for (Map.Entry<String, Long> symbol : rows.entrySet()) {
            if (inFile > 0 && inFile + symbol.getValue() > rowsPerFile) {
                file++;
                inFile = 0;
            }
            files.put(symbol.getKey(), file);
            inFile += symbol.getValue();
        }
        fileOf.put(table, files);
        return file + 1;
    }

    /// The tables that have rows.
    List<CuratedTable> tables() {
        return List.copyOf(partitions.keySet());
    }

    /// First partition of the table, and the one after its last.
    int[] partitionsOf(CuratedTable table) {
        return partitions.getOrDefault(table, new int[] {0, 0}).clone();
    }

    @Override
    public int numPartitions() {
        return count;
    }

    @Override
    public int getPartition(Object text) {
        ChunkKey key = ChunkKey.parse((String) text);
        int[] range = partitionsOf(key.table());
        int file =
                key.table() == CuratedTable.BARS
                        ? Math.floorMod(key.day().hashCode(), range[1] - range[0])
                        : fileOf.getOrDefault(key.table(), Map.of()).getOrDefault(key.symbol(), 0);
        return range[0] + file;
    }
}
