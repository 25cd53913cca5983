package dev.bellwether.lake.file;

import dev.bellwether.lake.Interval;
import dev.bellwether.market.Basis;
import dev.bellwether.market.Provider;
import dev.bellwether.market.QuarantineReason;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a delivery stream wrote of Yahoo's bars: JSON objects `high, low, ts, name`, a line each or
/// one behind the other; `ts` is New York's wall clock at the bar's start.
final class FirehoseLines {
    /// Of which its producer made bars.
    private static final Interval USUAL = Interval.FIVE_MINUTES;

    private final List<Row> rows = new ArrayList<>();
    private final BarSheet sheet = new BarSheet(Provider.YAHOO, "stream", Basis.SPLIT);

    private record Row(long line, JsonValue value) {
        BarSheet.Origin origin() {
            return new BarSheet.Origin(line, value.toString());
        }

        String cell(String name) {
            return value.findText(name).orElse("");
        }
    }

    private FirehoseLines() {}

    static boolean isRow(JsonValue value) {
        return value.find("high").isPresent()
                && value.find("low").isPresent()
                && value.find("ts").isPresent()
                && value.find("name").isPresent();
    }

    static FileReading read(String text, FileHints hints) {
        FirehoseLines reader = new FirehoseLines();
        reader.sheet.until(hints.lastDay());
        reader.split(text);
        reader.add(hints);
        return reader.sheet.data("firehose-lines");
    }

    private void split(String text) {
        long number = 0;
        for (String line : text.lines().toList()) {
            number++;
            JsonText json = JsonText.read(line);
            for (JsonValue value : json.roots()) {
                if (!value.complete()) {
                    continue;
                }
                if (isRow(value) || FailureBody.find(value).isEmpty()) {
                    rows.add(new Row(number, value));
                } else {
                    rejectFailure(new BarSheet.Origin(number, value.toString()));
                }
            }
            if (json.cut().isPresent()) {
                BarSheet.Origin origin = new BarSheet.Origin(number, line);
                if (isFailure(line)) {
                    rejectFailure(origin);
                } else {
                    sheet.reject(origin, QuarantineReason.UNPARSABLE, "is no JSON object");
                }
            }
        }
    }

    private static boolean isFailure(String text) {
        return !FailureBody.classify(text).kind().equals("unknown-failure");
    }

    private void rejectFailure(BarSheet.Origin origin) {
        sheet.reject(
                origin, QuarantineReason.PROVIDER_FAILURE, "a provider's failure between rows");
    }

    private void add(FileHints hints) {
        StampCells stamps = StampCells.of(rows.stream().map(row -> row.cell("ts")).toList());
        List<LocalDateTime> times =
                rows.stream()
                        .flatMap(row -> stamps.find(row.cell("ts")).stream())
                        .map(stamp -> stamp.local(TradingCalendar.ZONE))
                        .toList();
        Interval interval =
                Intervals.named(hints.name()).or(() -> Intervals.spaced(times)).orElse(USUAL);
        boolean several = rows.stream().map(row -> row.cell("name")).distinct().count() > 1;
        if (several && hints.symbol().isPresent()) {
            sheet.note("The file names its symbols; --symbol was not used.");
        }
        sheet.note("Its rows have a high and a low only; open, close and volume are unknown.");
        Optional<Symbol> given = several ? Optional.empty() : hints.symbol();
        for (Row row : rows) {
            try {
                add(row, stamps.read(row.cell("ts")), interval, given);
            } catch (BadRowException e) {
                sheet.reject(row.origin(), e);
            }
        }
    }

    private void add(Row row, Stamp stamp, Interval interval, Optional<Symbol> given)
            throws BadRowException {
        String name = given.map(Symbol::value).orElse(row.cell("name"));
        if (!Symbol.isValid(name)) {
            throw new BadRowException(
                    QuarantineReason.UNPARSABLE, "'%s' is no symbol".formatted(Excerpt.of(name)));
        }
        Instant start = stamp.instant(TradingCalendar.ZONE);
        Grid.require(start, interval);
        sheet.add(
                row.origin(),
                new BarSheet.Slot(
                        Symbol.of(name),
                        interval,
                        start,
                        start.atZone(TradingCalendar.ZONE).toLocalDate()),
                Figures.range(row.cell("high"), row.cell("low")));
    }
}
