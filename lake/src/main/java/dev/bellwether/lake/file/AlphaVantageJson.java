package dev.bellwether.lake.file;

import dev.bellwether.lake.Interval;
import dev.bellwether.market.QuarantineReason;
import dev.bellwether.market.TradingCalendar;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Alpha Vantage's JSON as a table: `Meta Data`, and one object a day or minute under `Time Series
/// (...)`, or an array `data` of objects, as its splits and dividends are.
final class AlphaVantageJson {
    private static final String SERIES = "Time Series (";
    private static final String KEY_COLUMN = "timestamp";

    private final JsonText json;
    private final JsonValue root;
    private final List<FileTable.Lost> lost = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private AlphaVantageJson(JsonText json) {
        this.json = json;
        this.root = json.roots().get(0);
    }

    static boolean isSeries(JsonValue root) {
        return series(root).isPresent();
    }

    private static Optional<JsonValue.Member> series(JsonValue root) {
        return root.members().stream()
                .filter(member -> member.name().startsWith(SERIES))
                .filter(member -> member.value() instanceof JsonValue.Fields)
                .findFirst();
    }

    /// Reads bars.
    static FileReading readSeries(JsonText json, FileHints hints) throws UnreadableFileException {
        AlphaVantageJson reader = new AlphaVantageJson(json);
        JsonValue.Member series = series(reader.root).orElseThrow();
        FileTable table = reader.table(series.value());
        if (!table.rows().isEmpty() && !PriceColumns.fit(table)) {
            throw new UnreadableFileException(
                    "Its rows have no prices, only: " + Excerpt.of(table.columns().toString()));
        }
        if (table.rows().isEmpty()) {
            BarSheet sheet = TableForm.DAILY.sheet();
            sheet.note("It has no rows.");
            table.lost().forEach(row -> sheet.reject(row.origin(), row.why()));
            return sheet.data(TableForm.DAILY.id + "-json");
        }
        return TableBars.read(table, hints, reader.meta(series.name()));
    }

    /// The table of an array of objects.
    static FileTable records(JsonText json) {
        AlphaVantageJson reader = new AlphaVantageJson(json);
        List<Map<String, String>> records = new ArrayList<>();
        List<BarSheet.Origin> origins = new ArrayList<>();
        for (JsonValue value : reader.root.find("data").orElseThrow().values()) {
            reader.take(value, new LinkedHashMap<>(), value.toString(), records, origins);
        }
        return reader.table(records, origins);
    }

    private FileTable table(JsonValue series) {
        List<Map<String, String>> records = new ArrayList<>();
        List<BarSheet.Origin> origins = new ArrayList<>();
        for (JsonValue.Member member : series.members()) {
            Map<String, String> record = new LinkedHashMap<>();
            record.put(KEY_COLUMN, member.name().strip());
            take(
                    member.value(),
                    record,
                    '"' + member.name() + "\": " + member.value(),
                    records,
                    origins);
        }
        return table(records, origins);
    }

    private void take(
            JsonValue value,
            Map<String, String> record,
            String text,
            List<Map<String, String>> records,
            List<BarSheet.Origin> origins) {
        BarSheet.Origin origin = new BarSheet.Origin(value.line(), text);
        if (value instanceof JsonValue.Fields && value.complete()) {
            value.members()
                    .forEach(member ->
                            record.put(
                                    FileTable.columnName(member.name()),
                                    member.value().text().orElse("null").strip()));
            records.add(record);
            origins.add(origin);
        } else {
            lose(
                    origin,
                    QuarantineReason.UNPARSABLE,
                    value.complete() ? "is no row of figures" : "the file ends within this row");
        }
    }

    private FileTable table(List<Map<String, String>> records, List<BarSheet.Origin> origins) {
        Set<String> columns = new LinkedHashSet<>();
        records.forEach(record -> columns.addAll(record.keySet()));
        List<FileTable.Row> rows = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            Map<String, String> record = records.get(i);
            List<String> cells =
                    columns.stream().map(column -> record.getOrDefault(column, "")).toList();
            rows.add(new FileTable.Row(origins.get(i).line(), cells, origins.get(i).record()));
        }
        describeRest();
        return new FileTable(List.copyOf(columns), rows, lost, notes);
    }

    private void describeRest() {
        for (JsonValue.Member member : root.members()) {
            if (List.of("Information", "Note", "Error Message").contains(member.name())) {
                String text = member.value().toString();
                lose(
                        new BarSheet.Origin(member.value().line(), text),
                        QuarantineReason.PROVIDER_FAILURE,
                        "a provider's failure beside the rows: "
                                + FailureBody.classify(text).kind());
            }
        }
        json.cut()
                .ifPresent(cut ->
                        lose(
                                new BarSheet.Origin(cut.line(), ""),
                                QuarantineReason.UNUSABLE_BODY,
                                "the file is cut off or damaged here; nothing after it was read"));
        stated("last_refreshed")
                .filter(text -> text.contains(":") && series(root).isPresent())
                .ifPresent(text ->
                        notes.add(
                                "It was fetched at %s; a bar of that time may be unfinished."
                                        .formatted(Excerpt.of(text))));
    }

    private void lose(BarSheet.Origin origin, QuarantineReason reason, String detail) {
        lost.add(new FileTable.Lost(origin, new BadRowException(reason, detail)));
    }

    private TableBars.Meta meta(String series) {
        return meta(series, stated("time_zone").flatMap(AlphaVantageJson::zone));
    }

    private TableBars.Meta meta(String series, Optional<ZoneId> zone) {
        Optional<Interval> interval = stated("interval").flatMap(Intervals::named);
        return new TableBars.Meta(
                "-json",
                stated("symbol"),
                interval.or(() -> Intervals.named(series)),
                zone.orElse(TradingCalendar.ZONE));
    }

    private Optional<String> stated(String name) {
        return root.findFields("Meta Data").stream()
                .flatMap(meta -> meta.members().stream())
                .filter(member -> FileTable.columnName(member.name()).equals(name))
                .flatMap(member -> member.value().text().stream())
                .findFirst();
    }

    private static Optional<ZoneId> zone(String name) {
        try {
            return Optional.of(ZoneId.of(name.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
