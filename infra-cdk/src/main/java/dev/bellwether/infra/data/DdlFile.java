package dev.bellwether.infra.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the files of `athena-queries/ddl`: one `CREATE EXTERNAL TABLE` or `CREATE OR REPLACE VIEW`
/// each, in Athena's dialect, below lines of comment.
///
/// It knows the one form in which the files are written, so that nothing that they say is passed
/// over: anything else is refused. A view's comment ends in its columns, `-- Columns:` and then
/// lines such as `-- symbol string, close decimal(18,6)`, for Glue wants their types.
final class DdlFile {
    private static final String COLUMN = "(?:\\w+|`\\w+`) [a-z]+(?:\\(\\d+,\\d+\\))?";
    private static final String COLUMNS = "\\(\\s*(" + COLUMN + "(?:,\\s+" + COLUMN + ")*)\\s*\\)";
    private static final String TEXT = "'([^'\\\\]*)'";
    private static final String PROPERTY = "'[^'\\\\]+' = '[^'\\\\]*'";
    private static final String PROPERTIES =
            "\\(\\s*(" + PROPERTY + "(?:,\\s+" + PROPERTY + ")*)\\s*\\)";

    private static final Pattern TABLE =
            Pattern.compile(
                    String.join(
                                    "\\s+",
                                    "CREATE EXTERNAL TABLE (\\w+)",
                                    COLUMNS + "(?:\\s+PARTITIONED BY " + COLUMNS + ")?",
                                    "ROW FORMAT SERDE " + TEXT,
                                    "WITH SERDEPROPERTIES " + PROPERTIES,
                                    "STORED AS",
                                    "INPUTFORMAT " + TEXT,
                                    "OUTPUTFORMAT " + TEXT,
                                    "LOCATION " + TEXT,
                                    "TBLPROPERTIES " + PROPERTIES)
                            + ";\\s*");
    private static final Pattern VIEW =
            Pattern.compile("CREATE OR REPLACE VIEW (\\w+) AS\\s+(SELECT [^;]+);\\s*");
    private static final Pattern VIEW_COLUMNS =
            Pattern.compile("-- Columns:\n((?:--   .+\n)+)(?!--)");
    private static final Pattern ENTRY = Pattern.compile("'([^']+)' = '([^']*)'");

    private DdlFile() {}

    /// @throws IllegalArgumentException if the file is not in the form above, or is not named after
    ///   what it declares
    static LakeDefinition read(Path file) {
        String text = text(file);
        String statement = text.replaceAll("(?m)^--.*\n", "");
        Matcher table = TABLE.matcher(statement);
        Matcher view = VIEW.matcher(statement);
        LakeDefinition definition;
        if (table.matches()) {
            definition = table(table);
        } else if (view.matches()) {
            definition = new LakeView(view.group(1), viewColumns(file, text), view.group(2));
        } else {
            throw new IllegalArgumentException(
                    "%s is not read: it is neither of the statements, clauses and order that the other files of its folder have"
                            .formatted(file));
        }
        if (!file.endsWith(definition.name() + ".sql")) {
            throw new IllegalArgumentException(
                    "%s declares %s: name the file after it".formatted(file, definition.name()));
        }
        return definition;
    }

    private static LakeTable table(Matcher table) {
        Map<String, String> parameters = properties(table.group(9));
        // The keyword, as Glue has it.
        parameters.put("EXTERNAL", "TRUE");
        return new LakeTable(
                table.group(1),
                Column.listOf(table.group(2)),
                table.group(3) == null ? List.of() : Column.listOf(table.group(3)),
                table.group(4),
                properties(table.group(5)),
                table.group(6),
                table.group(7),
                table.group(8),
                parameters);
    }

    private static Map<String, String> properties(String text) {
        Map<String, String> properties = new TreeMap<>();
        Matcher entry = ENTRY.matcher(text);
        while (entry.find()) {
            if (properties.put(entry.group(1), entry.group(2)) != null) {
                throw new IllegalArgumentException("%s is there twice".formatted(entry.group(1)));
            }
        }
        return properties;
    }

    private static List<Column> viewColumns(Path file, String text) {
        Matcher columns = VIEW_COLUMNS.matcher(text);
        if (!columns.find()) {
            throw new IllegalArgumentException(
                    "%s does not end its comment in the view's columns".formatted(file));
        }
        return new ArrayList<>(Column.listOf(columns.group(1).replace("--", " ")));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading the DDL " + file + " failed", e);
        }
    }
}
