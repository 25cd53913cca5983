package dev.bellwether.cli.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Rows under column names.
///
/// @param columns lower-case names
/// @param rows one cell a column; null where the result has no value
public record ResultTable(List<String> columns, List<List<@Nullable String>> rows) {
    private static final int WIDEST_CELL = 400;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9.]+(E-?[0-9]+)?");

    /// Prints the rows; ends with a line end.
    public void print(OutputFormat format, PrintWriter out) {
        switch (format) {
            case TABLE -> out.println(table());
            case JSON -> out.println(json());
            case CSV -> out.print(csv());
        }
        out.flush();
    }

    private String table() {
        String[][] cells =
                rows.stream()
                        .map(row ->
                                row.stream()
                                        .map(cell -> cell == null ? "" : cell)
                                        .toArray(String[]::new))
                        .toArray(String[][]::new);
        Column[] headers =
                columns.stream()
                        .map(name ->
                                new Column()
                                        .header(name)
                                        .headerAlign(HorizontalAlign.LEFT)
                                        .dataAlign(alignment(columns.indexOf(name)))
                                        .maxWidth(WIDEST_CELL))
                        .toArray(Column[]::new);
        return AsciiTable.getTable(AsciiTable.NO_BORDERS, headers, cells).stripTrailing();
    }

    /// Numbers to the right, so that their digits stand below each other.
    private HorizontalAlign alignment(int column) {
        return rows.stream()
                        .map(row -> row.get(column))
                        .allMatch(cell -> cell == null || NUMBER.matcher(cell).matches())
                ? HorizontalAlign.RIGHT
                : HorizontalAlign.LEFT;
    }

    private String csv() {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(columns);
            for (List<@Nullable String> row : rows) {
                csv.writeRecord(row.toArray(String[]::new));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Writing CSV to memory failed", e);
        }
        return text.toString();
    }

    private String json() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartArray();
            for (List<@Nullable String> row : rows) {
                json.writeStartObject();
                for (int i = 0; i < columns.size(); i++) {
                    json.writeStringField(columns.get(i), row.get(i));
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing JSON to memory failed", e);
        }
        return text.toString();
    }
}
