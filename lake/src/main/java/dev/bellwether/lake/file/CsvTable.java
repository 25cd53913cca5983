package dev.bellwether.lake.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.bellwether.market.QuarantineReason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads CSV line by line. No provider breaks a row over lines, so a line that is none, an answer
/// merged into the file or an unclosed quote, costs that line only.
final class CsvTable {
    private static final Pattern LINES = Pattern.compile("\r\n|\n|\r");

    private static final Pattern HEADER = Pattern.compile("(?i)^[^{]*\\bopen\\b.*\\bclose\\b");

    /// Most lines of a JSON body between rows.
    private static final int LONGEST_BODY = 12;

    private final String[] lines;
    private final char delimiter;
    private final List<String> columns;
    private final List<FileTable.Row> rows = new ArrayList<>();
    private final List<FileTable.Lost> lost = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private CsvTable(String[] lines, int header) {
        this.lines = lines;
        this.delimiter = delimiter(lines[header]);
        this.columns =
                findCells(lines[header]).orElse(List.of()).stream()
                        .map(FileTable::columnName)
                        .toList();
    }

    /// The table of a text that is not blank.
    static FileTable read(String text) {
        String[] lines = LINES.split(text, -1);
        int header = header(lines);
        CsvTable table = new CsvTable(lines, header);
        table.loseAbove(header);
        table.readRows(header + 1);
        return new FileTable(table.columns, table.rows, table.lost, table.notes);
    }

    /// The first line that names prices, below what a failure may have left; else the first.
    private static int header(String[] lines) {
        int first = 0;
        while (lines[first].isBlank()) {
            first++;
        }
        int header = first;
        while (header < lines.length && header < first + LONGEST_BODY) {
            if (HEADER.matcher(lines[header]).find()) {
                return header;
            }
            header++;
        }
        return first;
    }

    private void loseAbove(int header) {
        int line = 0;
        while (line < header) {
            if (lines[line].isBlank()) {
                line++;
            } else if (isFailure(lines[line])) {
                line = readFailure(line);
            } else {
                lose(
                        line + 1L,
                        lines[line],
                        QuarantineReason.UNPARSABLE,
                        "stands above the header");
                line++;
            }
        }
    }

    private static char delimiter(String header) {
        if (header.indexOf(',') >= 0) {
            return ',';
        }
        return header.indexOf(';') >= 0 ? ';' : header.indexOf('\t') >= 0 ? '\t' : ',';
    }

    private void readRows(int from) {
        int next = from;
        while (next < lines.length) {
            String line = lines[next];
            if (isFailure(line)) {
                next = readFailure(next);
            } else {
                if (!line.isBlank()) {
                    readRow(next + 1L, line);
                }
                next++;
            }
        }
    }

    private void readRow(long number, String line) {
        Optional<List<String>> cells = findCells(line);
        if (cells.isEmpty()) {
            lose(number, line, QuarantineReason.UNPARSABLE, "a quote is not closed");
        } else if (cells.get().stream().map(FileTable::columnName).toList().equals(columns)) {
            notes.add("Line %d repeats the header; it was passed over.".formatted(number));
        } else {
            rows.add(new FileTable.Row(number, cells.get(), line));
        }
    }

    private static boolean isFailure(String line) {
        String start = line.strip();
        if (start.isEmpty() || Character.isDigit(start.charAt(0))) {
            return false;
        }
        return start.startsWith("{")
                || start.startsWith("<")
                || !FailureBody.classify(start).kind().equals("unknown-failure");
    }

    private int readFailure(int from) {
        StringBuilder body = new StringBuilder(lines[from]);
        int next = from + 1;
        boolean open = lines[from].strip().startsWith("{") && !lines[from].contains("}");
        while (open && next < lines.length && next < from + LONGEST_BODY) {
            String line = lines[next].strip();
            if (!line.isEmpty() && Character.isDigit(line.charAt(0))) {
                break;
            }
            body.append('\n').append(line);
            next++;
            open = !line.contains("}");
        }
        String text = body.toString();
        lose(
                from + 1L,
                text,
                QuarantineReason.PROVIDER_FAILURE,
                "a provider's failure between rows: " + FailureBody.classify(text).kind());
        return next;
    }

    private void lose(long line, String text, QuarantineReason reason, String detail) {
        lost.add(
                new FileTable.Lost(
                        new BarSheet.Origin(line, text), new BadRowException(reason, detail)));
    }

    /// The line's cells; empty if its quotes make none.
    private Optional<List<String>> findCells(String line) {
        if (line.indexOf('"') < 0) {
            List<String> cells = new ArrayList<>();
            int start = 0;
            int end = line.indexOf(delimiter);
            while (end >= 0) {
                cells.add(line.substring(start, end).strip());
                start = end + 1;
                end = line.indexOf(delimiter, start);
            }
            cells.add(line.substring(start).strip());
            return Optional.of(cells);
        }
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder()
                        .fieldSeparator(delimiter)
                        .allowUnclosedQuote(false)
                        .ofCsvRecord(line)) {
            return reader.stream()
                    .findFirst()
                    .map(row -> row.getFields().stream().map(String::strip).toList());
        } catch (CsvParseException | IOException e) {
            return Optional.empty();
        }
    }
}
