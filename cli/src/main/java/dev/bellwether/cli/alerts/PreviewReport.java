package dev.bellwether.cli.alerts;

import dev.bellwether.cli.output.OutputFormat;
import dev.bellwether.cli.output.ResultTable;
import dev.bellwether.market.Direction;
import dev.bellwether.market.rule.Fire;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A preview as it is printed.
final class PreviewReport {
    private static final List<String> COLUMNS =
            List.of(
                    "symbol",
                    "bars",
                    "judged",
                    "up",
                    "down",
                    "per_month",
                    "hours",
                    "sms_parts",
                    "sms_usd");
    private static final int WIDEST_BAR = 40;

    private PreviewReport() {}

    static void print(RulePreview preview, OutputFormat format, PrintWriter out, PrintWriter err) {
        List<List<@Nullable String>> rows = new ArrayList<>();
        preview.rows().forEach(row -> rows.add(cells(row.symbol().value(), row, preview)));
        if (format == OutputFormat.TABLE) {
            rows.add(total(preview));
        }
        new ResultTable(COLUMNS, rows).print(format, out);
        if (format == OutputFormat.TABLE) {
            charts(preview, out);
        }
        summary(preview, err);
    }

    private static List<@Nullable String> total(RulePreview preview) {
        RulePreview.Row sum =
                new RulePreview.Row(
                        preview.rows().getFirst().symbol(),
                        preview.rows().stream().mapToInt(RulePreview.Row::bars).sum(),
                        preview.rows().stream().mapToInt(RulePreview.Row::judged).sum(),
                        preview.fires());
        return cells("all", sum, preview);
    }

    private static List<@Nullable String> cells(
            String name, RulePreview.Row row, RulePreview preview) {
        return List.of(
                name,
                Integer.toString(row.bars()),
                Integer.toString(row.judged()),
                Long.toString(row.count(Direction.UP)),
                Long.toString(row.count(Direction.DOWN)),
                String.format(Locale.ROOT, "%.1f", row.fires().size() / preview.months()),
                hours(row.fires()),
                Integer.toString(row.parts()),
                SmsText.usd(row.parts()).toPlainString());
    }

    private static String hours(List<Fire> fires) {
        return RulePreview.hours(fires).entrySet().stream()
                .map(hour ->
                        String.format(Locale.ROOT, "%02d:00 x%d", hour.getKey(), hour.getValue()))
                .collect(Collectors.joining(" "));
    }

    private static void charts(RulePreview preview, PrintWriter out) {
        SortedMap<String, Integer> symbols = new TreeMap<>();
        preview.rows().forEach(row -> symbols.put(row.symbol().value(), row.fires().size()));
        chart("messages by symbol", symbols, out);
        SortedMap<String, Integer> months = new TreeMap<>();
        preview.byMonth().forEach((month, count) -> months.put(month.toString(), count));
        chart("messages by month", months, out);
        SortedMap<String, Integer> hours = new TreeMap<>();
        RulePreview.hours(preview.fires())
                .forEach((hour, count) ->
                        hours.put(String.format(Locale.ROOT, "%02d:00", hour), count));
        chart("messages by hour in New York", hours, out);
        out.flush();
    }

    private static void chart(String title, SortedMap<String, Integer> counts, PrintWriter out) {
        int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        if (most == 0) {
            return;
        }
        out.printf("%n%s%n", title);
        int width = counts.keySet().stream().mapToInt(String::length).max().orElseThrow();
        double scale = Math.min(1, (double) WIDEST_BAR / most);
        for (Map.Entry<String, Integer> count : counts.entrySet()) {
            out.printf(
                    " %s  %s%n",
                    count.getKey() + " ".repeat(width - count.getKey().length()),
                    bar(count.getValue(), scale));
        }
    }

    private static String bar(int count, double scale) {
        return count == 0
                ? "0"
                : "#".repeat((int) Math.max(1, Math.round(count * scale))) + " " + count;
    }

    private static void summary(RulePreview preview, PrintWriter err) {
        for (RulePreview.Row row : preview.rows()) {
            if (row.bars() == 0) {
                err.printf("%s has no bars from %s on.%n", row.symbol(), preview.firstDay());
            }
        }
        int fires = preview.fires().size();
        int parts = preview.rows().stream().mapToInt(RulePreview.Row::parts).sum();
        err.printf(
                "%s, band %s, from %s to %s: %,d messages, %.1f a month.%n",
                preview.rule().kind().text(),
                preview.rule().band().toPlainString(),
                preview.firstDay(),
                preview.lastDay(),
                fires,
                fires / preview.months());
        err.printf(
                "As SMS to one US number: %,d parts, USD %s at %s a part; the carriers' fees (about 0.004 a part) and the number's rent come on top.%n",
                parts, SmsText.usd(parts).toPlainString(), SmsText.USD_A_PART.toPlainString());
        err.flush();
    }
}
