package dev.bellwether.cli.lake;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the lake's job says about a table it has written.
///
/// @param bytes of all its files
/// @param changed files that differ from what was there before
public record TableReport(String table, long rows, long files, long bytes, long changed) {
    private static final Pattern LINE =
            Pattern.compile(
                    "table (\\w+) rows (\\d+) files (\\d+) bytes (\\d+) changed (\\d+) removed \\d+");

    /// The report in a line of the job's output, if it is one.
    public static Optional<TableReport> find(String line) {
        Matcher report = LINE.matcher(line);
        return report.matches()
                ? Optional.of(
                        new TableReport(
                                report.group(1),
                                Long.parseLong(report.group(2)),
                                Long.parseLong(report.group(3)),
                                Long.parseLong(report.group(4)),
                                Long.parseLong(report.group(5))))
                : Optional.empty();
    }
}
