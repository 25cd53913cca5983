package dev.bellwether.cli.bars;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// CSV with a header line.
final class CsvTable {
    private CsvTable() {}

    static FileTable read(Path file, String text) throws BadFileException {
        List<CsvRecord> records = records(file, text);
        List<String> columns =
                records.getFirst().getFields().stream().map(FileTable::columnName).toList();
        List<CsvRecord> rows = records.subList(1, records.size());
        for (CsvRecord row : rows) {
            if (row.getFieldCount() != columns.size()) {
                throw new BadFileException(
                        file,
                        "line %d has %d cells where the header has %d"
                                .formatted(
                                        row.getStartingLineNumber(),
                                        row.getFieldCount(),
                                        columns.size()));
            }
        }
        return new FileTable(
                file,
                columns,
                rows.stream()
                        .map(row ->
                                new FileTable.Row(
                                        row.getStartingLineNumber(),
                                        row.getFields().stream().map(String::strip).toList()))
                        .toList(),
                Optional.empty());
    }

    private static List<CsvRecord> records(Path file, String text) throws BadFileException {
        try {
            return CsvReader.builder()
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .allowUnclosedQuote(false)
                    .ofCsvRecord(text)
                    .stream()
                    .toList();
        } catch (CsvParseException e) {
            throw new BadFileException(file, "is no CSV: " + reason(e));
        }
    }

    private static String reason(CsvParseException e) {
        Throwable cause = e.getCause();
        return String.valueOf(cause == null ? e.getMessage() : cause.getMessage());
    }
}
