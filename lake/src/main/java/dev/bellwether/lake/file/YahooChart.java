package dev.bellwether.lake.file;

import dev.bellwether.lake.Interval;
import dev.bellwether.market.Basis;
import dev.bellwether.market.ClosedBar;
import dev.bellwether.market.Provider;
import dev.bellwether.market.QuarantineReason;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Yahoo's chart, version 8: an array of times, and one array for each figure. Prices are restated
/// for splits up to the download, and not for dividends.
final class YahooChart {
    private static final LocalTime OPENING = LocalTime.of(9, 30);

    /// A day's points that agree on a time of day.
    private static final int FEWEST = 3;

    private static final long QUARTER_HOUR = 900;

    private final JsonValue result;
    private final FileHints hints;
    private final BarSheet sheet;
    private final ZoneId zone;
    private final List<JsonValue> times;

    private YahooChart(JsonValue result, FileHints hints, BarSheet sheet) {
        this.result = result;
        this.hints = hints;
        this.sheet = sheet;
        this.zone = zone(meta("exchangeTimezoneName"));
        this.times = result.find("timestamp").map(JsonValue::values).orElse(List.of());
    }

    static boolean isChart(JsonValue root) {
        return root.find("chart")
                .flatMap(chart -> chart.find("result"))
                .filter(results -> !results.values().isEmpty())
                .isPresent();
    }

    static FileReading read(JsonText json, FileHints hints) throws UnreadableFileException {
        BarSheet sheet = new BarSheet(Provider.YAHOO, "chart", Basis.SPLIT);
        sheet.until(hints.lastDay());
        JsonValue chart = json.roots().get(0).find("chart").orElseThrow();
        for (JsonValue result : chart.find("result").orElseThrow().values()) {
            new YahooChart(result, hints, sheet).read();
        }
        json.cut()
                .ifPresent(cut ->
                        sheet.reject(
                                new BarSheet.Origin(cut.line(), ""),
                                QuarantineReason.UNUSABLE_BODY,
                                "the file is cut off or damaged here; nothing after it was read"));
        return sheet.data("yahoo-chart-json");
    }

    private void read() throws UnreadableFileException {
        Symbol symbol = SymbolSource.of(hints, meta("symbol"));
        new YahooEvents(sheet, symbol, zone).read(result.find("events"));
        if (times.isEmpty()) {
            sheet.note("It has no bars, as an answer for a day without trading.");
            return;
        }
        Interval interval = interval();
        YahooQuote quote = YahooQuote.of(result);
        LocalTime usual = usualTime();
        for (int i = 0; i < Math.max(times.size(), quote.longest()); i++) {
            BarSheet.Origin origin =
                    new BarSheet.Origin(
                            i + 1L,
                            (i < times.size() ? times.get(i).toString() : "no time")
                                    + ": "
                                    + quote.record(i));
            try {
                Instant at = time(i);
                if (interval != Interval.ONE_DAY) {
                    Grid.require(at, interval);
                } else if (i == times.size() - 1) {
                    requireBar(at, usual);
                }
                sheet.add(origin, slot(symbol, interval, at), quote.figures(i));
            } catch (BadRowException e) {
                sheet.reject(origin, e);
            }
        }
    }

    private Instant time(int i) throws BadRowException {
        if (i >= times.size()) {
            throw new BadRowException(
                    QuarantineReason.UNPARSABLE, "figures without a time: the arrays are ragged");
        }
        try {
            return Instant.ofEpochSecond(
                    Figures.number("timestamp", times.get(i).text().orElse("null"))
                            .longValueExact());
        } catch (ArithmeticException | DateTimeException e) {
            throw new BadRowException(
                    QuarantineReason.UNPARSABLE, "timestamp %s is none".formatted(times.get(i)));
        }
    }

    private BarSheet.Slot slot(Symbol symbol, Interval interval, Instant at) {
        LocalDate day = at.atZone(zone).toLocalDate();
        return new BarSheet.Slot(
                symbol, interval, interval == Interval.ONE_DAY ? ClosedBar.startOf(day) : at, day);
    }

    /// The last point of a chart of days can be a live price with the time of its trade.
    private void requireBar(Instant at, LocalTime usual) throws BadRowException {
        LocalTime time = at.atZone(zone).toLocalTime();
        boolean isBar =
                time.equals(OPENING)
                        || time.equals(LocalTime.MIDNIGHT)
                        || (times.size() >= FEWEST
                                ? time.equals(usual)
                                : at.getEpochSecond() % QUARTER_HOUR == 0);
        if (!isBar) {
            throw new BadRowException(
                    QuarantineReason.IMPOSSIBLE,
                    "no day's bar begins at %s; it is a live price".formatted(time));
        }
    }

    /// The time of day that most points have.
    private LocalTime usualTime() {
        Map<LocalTime, Integer> counts = new HashMap<>();
        for (LocalDateTime time : localTimes()) {
            counts.merge(time.toLocalTime(), 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .max(
                        Map.Entry.<LocalTime, Integer>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse(OPENING);
    }

    private List<LocalDateTime> localTimes() {
        List<LocalDateTime> local = new ArrayList<>();
        for (int i = 0; i < times.size(); i++) {
            try {
                local.add(time(i).atZone(zone).toLocalDateTime());
            } catch (BadRowException e) {
                continue; // reported where the rows are read
            }
        }
        return local;
    }

    private Interval interval() throws UnreadableFileException {
        Optional<String> stated = meta("dataGranularity");
        if (stated.isPresent() && stated.get().equals(Interval.ONE_DAY.id())) {
            return Interval.ONE_DAY;
        }
        Optional<Interval> found =
                stated.isPresent() ? Intervals.named(stated.get()) : Intervals.spaced(localTimes());
        return found.orElseThrow(() ->
                new UnreadableFileException(
                        "Its bars are of %s; only 1m, 5m, 15m, 30m, 60m and 1d are kept."
                                .formatted(stated.map(Excerpt::of).orElse("an unknown length"))));
    }

    private Optional<String> meta(String name) {
        return result.find("meta").flatMap(meta -> meta.findText(name));
    }

    private static ZoneId zone(Optional<String> name) {
        try {
            return name.map(ZoneId::of).orElse(TradingCalendar.ZONE);
        } catch (DateTimeException e) {
            return TradingCalendar.ZONE;
        }
    }
}
