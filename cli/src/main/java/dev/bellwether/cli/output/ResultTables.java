package dev.bellwether.cli.output;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/// Several results that belong together.
///
/// @param tables by name, in the order they are shown
public record ResultTables(SequencedMap<String, ResultTable> tables) {
    /// Prints them: one below the other, as one JSON object by name, or as CSV with a line `# name`
    /// before each.
    public void print(OutputFormat format, PrintWriter out) {
        switch (format) {
            case TABLE ->
                    tables.forEach((name, table) -> {
                        out.println(name);
                        table.print(format, out);
                        out.println();
                    });
            case JSON ->
                    out.println(
                            tables.entrySet().stream()
                                    .map(entry ->
                                            "\"%s\":%s"
                                                    .formatted(
                                                            entry.getKey(), json(entry.getValue())))
                                    .collect(Collectors.joining(",", "{", "}")));
            case CSV ->
                    tables.forEach((name, table) -> {
                        out.println("# " + name);
                        table.print(format, out);
                    });
        }
        out.flush();
    }

    private static String json(ResultTable table) {
        StringWriter text = new StringWriter();
        table.print(OutputFormat.JSON, new PrintWriter(text));
        return text.toString().strip();
    }
}
