package dev.bellwether.lake.file;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// A file's rows under its column names, before anything is made of them.
///
/// @param columns in small letters, words joined by `_`, without a provider's numbering
/// @param rows in the file's order
/// @param lost rows of which nothing is known but that they are none
/// @param notes what a user should know of how they were read
record FileTable(List<String> columns, List<Row> rows, List<Lost> lost, List<String> notes) {
    private static final Pattern NUMBERING = Pattern.compile("^\\d+[a-z]?\\.\\s*");
    private static final Pattern BLANKS = Pattern.compile("[\\s_]+");
    private static final List<String> STAMPS =
            List.of("timestamp", "date", "datetime", "time", "trading_day", "", "index");

    FileTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        lost = List.copyOf(lost);
        notes = List.copyOf(notes);
    }

    /// One row.
    ///
    /// @param line where it begins, from 1
    /// @param cells stripped, as many as there are
    /// @param record as it stands there
    record Row(long line, List<String> cells, String record) {
        BarSheet.Origin origin() {
            return new BarSheet.Origin(line, record);
        }

        String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }
    }

    /// Lines that are no row.
    record Lost(BarSheet.Origin origin, BadRowException why) {}

    /// `4. close`, `Close` and `close` are one column; so are `Adj Close` and `adj_close`.
    static String columnName(String text) {
        String bare = NUMBERING.matcher(text.strip().toLowerCase(Locale.ROOT)).replaceFirst("");
        String joined = BLANKS.matcher(bare.replace("*", "")).replaceAll("_");
        return joined.startsWith("unnamed:") ? "" : joined;
    }

    /// Where the first of these columns is.
    OptionalInt find(String... names) {
        for (String name : names) {
            int index = columns.indexOf(name);
            if (index >= 0) {
                return OptionalInt.of(index);
            }
        }
        return OptionalInt.empty();
    }

    boolean has(String... names) {
        return List.of(names).stream().allMatch(columns::contains);
    }

    /// Where the day or time of a row is; a column without a name may be its place, or an index.
    OptionalInt stamp() {
        return find(STAMPS.toArray(String[]::new));
    }
}
