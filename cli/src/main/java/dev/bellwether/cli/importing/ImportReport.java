package dev.bellwether.cli.importing;

import dev.bellwether.cli.output.OutputFormat;
import dev.bellwether.cli.output.ResultTable;
import dev.bellwether.lake.Rejection;
import dev.bellwether.lake.SourceBar;
import dev.bellwether.lake.file.FileReading;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What importing files came to: a row a file on standard output, what was not taken on standard
/// error.
final class ImportReport {
    private static final List<String> COLUMNS =
            List.of(
                    "file",
                    "form",
                    "symbols",
                    "bars",
                    "actions",
                    "rejected",
                    "first",
                    "last",
                    "raw_object",
                    "problem");

    /// Rejected rows of a file that a reader is shown; other forms of output show all.
    private static final int SHOWN = 20;

    private static final int SYMBOLS_SHOWN = 12;

    private final OutputFormat format;
    private final PrintWriter errors;
    private final List<List<@Nullable String>> rows = new ArrayList<>();

    ImportReport(OutputFormat format, PrintWriter errors) {
        this.format = format;
        this.errors = errors;
    }

    /// A file without anything to keep.
    void failed(Path file, String form, String problem) {
        errors.printf("%s: %s%n", file, problem);
        rows.add(List.of(file.toString(), form, "", "0", "0", "", "", "", "", problem));
    }

    /// A file's rows.
    void read(Path file, FileReading.Data data, String rawKey, String problem) {
        if (!problem.isEmpty()) {
            errors.printf("%s: %s%n", file, problem);
        }
        data.notes().forEach(note -> errors.printf("%s: %s%n", file, note));
        List<Rejection> rejections = data.rejections();
        long shown = format == OutputFormat.TABLE ? SHOWN : Long.MAX_VALUE;
        rejections.stream()
                .limit(shown)
                .forEach(rejected ->
                        errors.printf(
                                "%s: %s %d rejected (%s): %s: %s%n",
                                file,
                                data.form().endsWith("-json") ? "element" : "line",
                                rejected.line(),
                                rejected.reason().id(),
                                rejected.detail(),
                                rejected.record()));
        if (rejections.size() > shown) {
            errors.printf("%s: and %,d more%n", file, rejections.size() - shown);
        }
        rows.add(
                List.of(
                        file.toString(),
                        data.form(),
                        symbols(data),
                        Integer.toString(data.bars().size()),
                        Integer.toString(data.actions().size()),
                        Integer.toString(rejections.size()),
                        edge(data.bars().stream().min(Comparator.comparing(SourceBar::start))),
                        edge(data.bars().stream().max(Comparator.comparing(SourceBar::start))),
                        rawKey,
                        problem));
    }

    private static String symbols(FileReading.Data data) {
        List<String> symbols = ImportedFile.symbols(data);
        return symbols.size() > SYMBOLS_SHOWN
                ? symbols.size() + " symbols"
                : symbols.stream().collect(Collectors.joining(" "));
    }

    private static String edge(Optional<SourceBar> bar) {
        return bar.map(it ->
                        it.interval().length().isEmpty()
                                ? it.tradingDay().toString()
                                : it.start().toString())
                .orElse("");
    }

    void print(PrintWriter out) {
        errors.flush();
        new ResultTable(COLUMNS, rows).print(format, out);
    }
}
