package dev.bellwether.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bellwether.cli.home.ExitStatus;
import dev.bellwether.cli.output.OutputFormat;
import dev.bellwether.cli.output.ResultTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/// What a run came to.
///
/// @param tables results by name, in the order they are shown
/// @param places where things lie
/// @param failures what went wrong
/// @param shortfalls what makes the run partial: symbols without bars, quarantined records
record DemoSummary(
        SequencedMap<String, ResultTable> tables,
        SequencedMap<String, String> places,
        List<String> failures,
        List<String> shortfalls) {
    private static final JsonMapper JSON = new JsonMapper();

    /// [ExitStatus#FAILURE] when something went wrong, [ExitStatus#PARTIAL] when something falls
    /// short, else [ExitStatus#OK].
    int exitStatus() {
        if (!failures.isEmpty()) {
            return ExitStatus.FAILURE;
        }
        return shortfalls.isEmpty() ? ExitStatus.OK : ExitStatus.PARTIAL;
    }

    void print(OutputFormat format, PrintWriter out) {
        switch (format) {
            case TABLE -> printTables(out);
            case JSON -> out.println(json());
            case CSV -> printCsv(out);
        }
        out.flush();
    }

    private void printTables(PrintWriter out) {
        tables.forEach((name, table) -> {
            out.println();
            out.println(name.replace('_', ' '));
            if (table.rows().isEmpty()) {
                out.println("  none");
            } else {
                table.print(OutputFormat.TABLE, out);
            }
        });
        out.println();
        places.forEach((what, where) -> out.printf("%-12s %s%n", what, where));
        failures.forEach(failure -> out.println("failed: " + failure));
        shortfalls.forEach(shortfall -> out.println("partial: " + shortfall));
    }

    private void printCsv(PrintWriter out) {
        tables.forEach((name, table) -> {
            out.println("# " + name);
            table.print(OutputFormat.CSV, out);
        });
    }

    private String json() {
        try {
            Map<String, Object> summary = new TreeMap<>();
            for (Map.Entry<String, ResultTable> entry : tables.entrySet()) {
                StringWriter rows = new StringWriter();
                entry.getValue().print(OutputFormat.JSON, new PrintWriter(rows));
                JsonNode parsed = JSON.readTree(rows.toString());
                summary.put(entry.getKey(), parsed);
            }
            summary.put("places", places);
            summary.put("failures", failures);
            summary.put("shortfalls", shortfalls);
            return JSON.writeValueAsString(summary);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing JSON to memory failed", e);
        }
    }
}
