package dev.bellwether.lake.file;

import dev.bellwether.lake.Interval;
import dev.bellwether.market.Basis;
import dev.bellwether.market.ClosedBar;
import dev.bellwether.market.Provider;
import dev.bellwether.market.QuarantineReason;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A page of Alpaca's bars: an array of one symbol, or an object with an array, or the latest bar,
/// for each symbol. What was asked for, adjustment and feed, is not in the body.
final class AlpacaBars {
    private final FileHints hints;
    private final JsonText json;
    private final JsonValue root;
    private final BarSheet sheet;
    private final List<Row> rows = new ArrayList<>();

    private AlpacaBars(JsonText json, FileHints hints) {
        this.hints = hints;
        this.json = json;
        this.root = json.roots().get(0);
        this.sheet = new BarSheet(Provider.ALPACA, feed(hints), Basis.RAW);
        this.sheet.until(hints.lastDay());
    }

    private record Row(long number, String symbol, JsonValue bar) {
        BarSheet.Origin origin() {
            return new BarSheet.Origin(number, symbol + ": " + bar);
        }
    }

    static boolean isPage(JsonValue root) {
        return root.find("bars").isPresent()
                && (root.find("next_page_token").isPresent()
                        || root.findText("symbol").isPresent()
                        || root.find("bars").stream()
                                .anyMatch(bars ->
                                        !bars.members().isEmpty() || !bars.values().isEmpty()));
    }

    static FileReading read(JsonText json, FileHints hints) throws UnreadableFileException {
        return new AlpacaBars(json, hints).read();
    }

    private static String feed(FileHints hints) {
        return hints.name().toLowerCase(Locale.ROOT).contains("iex") ? "iex" : "sip";
    }

    private FileReading read() throws UnreadableFileException {
        collect();
        sheet.note(
                "The body does not say how prices are adjusted, nor the feed: taken as raw and %s."
                        .formatted(feed(hints)));
        if (root.findText("next_page_token").isPresent()) {
            sheet.note("More pages follow this one.");
        }
        if (!rows.isEmpty()) {
            Interval interval = interval();
            rows.forEach(row -> add(row, interval));
        }
        json.cut()
                .ifPresent(cut ->
                        sheet.reject(
                                new BarSheet.Origin(rows.size() + 1L, ""),
                                QuarantineReason.UNUSABLE_BODY,
                                "the file is cut off or damaged here; nothing after it was read"));
        return sheet.data("alpaca-bars-json");
    }

    private void collect() throws UnreadableFileException {
        JsonValue bars = root.find("bars").orElseThrow();
        if (!bars.values().isEmpty()) {
            String symbol = SymbolSource.of(hints, root.findText("symbol")).value();
            bars.values().forEach(bar -> take(symbol, bar));
        }
        if (hints.symbol().isPresent() && bars.members().size() > 1) {
            sheet.note("The file names its symbols; --symbol was not used.");
        }
        for (JsonValue.Member member : bars.members()) {
            String symbol =
                    bars.members().size() == 1
                            ? hints.symbol().map(Symbol::value).orElse(member.name())
                            : member.name();
            if (member.value() instanceof JsonValue.Fields) {
                take(symbol, member.value());
            } else {
                member.value().values().forEach(bar -> take(symbol, bar));
            }
        }
    }

    private void take(String symbol, JsonValue bar) {
        rows.add(new Row(rows.size() + 1L, symbol, bar));
    }

    private void add(Row row, Interval interval) {
        try {
            if (!Symbol.isValid(row.symbol())) {
                throw new BadRowException(
                        QuarantineReason.UNPARSABLE,
                        "'%s' is no symbol".formatted(Excerpt.of(row.symbol())));
            }
            if (!row.bar().complete()) {
                throw new BadRowException(
                        QuarantineReason.UNPARSABLE, "the file ends within this row");
            }
            Instant at =
                    findTime(row.bar())
                            .orElseThrow(() ->
                                    new BadRowException(
                                            QuarantineReason.UNPARSABLE, "t is no time"));
            sheet.add(row.origin(), slot(Symbol.of(row.symbol()), interval, at), figures(row));
        } catch (BadRowException e) {
            sheet.reject(row.origin(), e);
        }
    }

    private static BarSheet.Slot slot(Symbol symbol, Interval interval, Instant at)
            throws BadRowException {
        LocalDate day = at.atZone(TradingCalendar.ZONE).toLocalDate();
        if (interval != Interval.ONE_DAY) {
            Grid.require(at, interval);
        }
        return new BarSheet.Slot(
                symbol, interval, interval == Interval.ONE_DAY ? ClosedBar.startOf(day) : at, day);
    }

    private static Figures figures(Row row) throws BadRowException {
        return Figures.of(
                cell(row, "o"), cell(row, "h"), cell(row, "l"), cell(row, "c"), cell(row, "v"));
    }

    private static String cell(Row row, String name) {
        return row.bar().findText(name).orElse("");
    }

    private static Optional<Instant> findTime(JsonValue bar) {
        try {
            return bar.findText("t").map(Instant::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Interval interval() throws UnreadableFileException {
        List<LocalDateTime> times =
                rows.stream()
                        .flatMap(row -> findTime(row.bar()).stream())
                        .map(at -> at.atZone(TradingCalendar.ZONE).toLocalDateTime())
                        .toList();
        if (times.stream().allMatch(time -> time.toLocalTime().equals(LocalTime.MIDNIGHT))) {
            if (Intervals.areLongerThanDays(
                    times.stream().map(LocalDateTime::toLocalDate).toList())) {
                throw new UnreadableFileException(
                        "Its bars lie a week or more apart; bars of weeks or months are not kept.");
            }
            return Interval.ONE_DAY;
        }
        return Intervals.named(hints.name())
                .or(() -> Intervals.spaced(times))
                .or(this::ofLatest)
                .orElseThrow(() ->
                        new UnreadableFileException(
                                "Its times do not tell how long its bars are: 1, 5, 15, 30 or 60 minutes. A name like bars_AAPL_5Min.json would."));
    }

    /// The latest bars are of a minute, and so is a page whose token says `|M|`.
    private Optional<Interval> ofLatest() {
        boolean latest =
                root.find("bars").stream()
                        .flatMap(bars -> bars.members().stream())
                        .anyMatch(member -> member.value() instanceof JsonValue.Fields);
        return latest || token().contains("|M|")
                ? Optional.of(Interval.ONE_MINUTE)
                : Optional.empty();
    }

    private String token() {
        String token = root.findText("next_page_token").orElse("");
        try {
            return token.contains("|")
                    ? token
                    : new String(Base64.getDecoder().decode(token), StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
