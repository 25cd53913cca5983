package dev.bellwether.cli.bars;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// CSV with a header line.
final class CsvTable {
    private CsvTable() {}

    static FileTable read(Path file, String text) throws BadFileException {
        List<String> columns = new ArrayList<>();
        List<FileTable.Row> rows = new ArrayList<>();
        try {
            for (CsvRecord row : reader(text)) {
                if (columns.isEmpty()) {
                    row.getFields().forEach(name -> columns.add(FileTable.columnName(name)));
                } else {
                    requireCells(file, row, columns.size());
                    rows.add(
                            new FileTable.Row(
                                    row.getStartingLineNumber(),
                                    row.getFields().stream().map(String::strip).toList()));
                }
            }
        } catch (CsvParseException e) {
            throw new BadFileException(file, "is no CSV: " + reason(e));
        }
        return new FileTable(file, columns, rows, Optional.empty());
    }

    private static void requireCells(Path file, CsvRecord row, int columns)
            throws BadFileException {
        if (row.getFieldCount() != columns) {
            throw new BadFileException(
                    file,
                    "line %d has %d cells where the header has %d"
                            .formatted(row.getStartingLineNumber(), row.getFieldCount(), columns));
        }
    }

    private static CsvReader<CsvRecord> reader(String text) {
        return CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text);
    }

    private static String reason(CsvParseException e) {
        Throwable cause = e.getCause();
        return String.valueOf(cause == null ? e.getMessage() : cause.getMessage());
    }
}
