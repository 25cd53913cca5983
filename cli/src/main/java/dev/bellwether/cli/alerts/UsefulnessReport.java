package dev.bellwether.cli.alerts;

import dev.bellwether.cli.output.OutputFormat;
import dev.bellwether.cli.output.ResultTable;
import dev.bellwether.market.study.UsefulnessStudy;
import dev.bellwether.market.study.UsefulnessStudy.Finding;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Findings as they are printed: sentences above a table for reading, in a column for machines.
final class UsefulnessReport {
    private static final List<String> COLUMNS =
            List.of(
                    "rule",
                    "direction",
                    "sessions",
                    "fires",
                    "left_out",
                    "after_fires",
                    "after_random",
                    "difference",
                    "lower",
                    "upper",
                    "p",
                    "p_corrected",
                    "verdict");

    private UsefulnessReport() {}

    static void print(
            List<Finding> findings, OutputFormat format, PrintWriter out, PrintWriter err) {
        List<String> columns = new ArrayList<>(COLUMNS);
        List<List<@Nullable String>> rows = new ArrayList<>();
        findings.forEach(finding -> rows.add(cells(finding)));
        if (format == OutputFormat.TABLE) {
            findings.forEach(finding ->
                    out.printf("%s: %s%n", finding.kind().text(), FindingWords.of(finding)));
            out.println();
        } else {
            columns.add("in_words");
            for (int i = 0; i < rows.size(); i++) {
                rows.get(i).add(FindingWords.of(findings.get(i)));
            }
        }
        new ResultTable(columns, rows).print(format, out);
        err.printf(
                "Logarithmic returns from the next open; %d comparisons, corrected by Holm's method at %.0f %%."
                        + " Before costs, and only of stocks that are still there. Not investment advice.%n",
                findings.stream().filter(it -> it.p().isPresent()).count(),
                100 * UsefulnessStudy.LEVEL);
        err.flush();
    }

    private static List<@Nullable String> cells(Finding finding) {
        List<@Nullable String> row = new ArrayList<>();
        row.add(finding.kind().text());
        row.add(finding.direction().id());
        row.add(Integer.toString(finding.horizon()));
        row.add(Integer.toString(finding.fires()));
        row.add(Integer.toString(finding.leftOut()));
        row.add(number(finding.afterFires()));
        row.add(number(finding.afterRandom()));
        row.add(number(finding.difference()));
        row.add(number(finding.lower()));
        row.add(number(finding.upper()));
        row.add(finding.p().map(UsefulnessReport::number).orElse(null));
        row.add(finding.corrected().map(UsefulnessReport::number).orElse(null));
        row.add(finding.verdict().id());
        return row;
    }

    private static @Nullable String number(double value) {
        return Double.isNaN(value) ? null : String.format(Locale.ROOT, "%.4f", value);
    }
}
