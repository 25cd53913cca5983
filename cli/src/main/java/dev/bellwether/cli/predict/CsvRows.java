package dev.bellwether.cli.predict;

import de.siegmar.fastcsv.reader.CsvReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The job's tables.
final class CsvRows {
    private CsvRows() {}

    /// All rows, the header first.
    static List<List<String>> read(String csv) {
        List<List<String>> rows = new ArrayList<>();
        CsvReader.builder().ofCsvRecord(csv).forEach(row -> rows.add(row.getFields()));
        return rows;
    }

    /// The rows below the header, with nothing where a cell is empty.
    static List<List<@Nullable String>> cells(List<List<String>> rows) {
        List<List<@Nullable String>> all = new ArrayList<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            List<@Nullable String> cells = new ArrayList<>();
            row.forEach(cell -> cells.add(cell.isEmpty() ? null : cell));
            all.add(cells);
        }
        return all;
    }
}
