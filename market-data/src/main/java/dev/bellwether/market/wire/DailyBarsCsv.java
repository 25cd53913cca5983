package dev.bellwether.market.wire;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.bellwether.market.BarFlag;
import dev.bellwether.market.OhlcvBar;
import dev.bellwether.market.Provider;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The daily bars of one symbol as the lake keeps them: CSV, oldest first, one row a trading day.
///
/// The same bars give the same bytes, whatever order they come in. Flags are computed from the
/// series when it is written.
public final class DailyBarsCsv {
    /// First line of the file.
    public static final String HEADER =
            "symbol,trading_day,open,high,low,close,volume,provider,basis,flags";

    private static final String BASIS = "raw";
    private static final int ROW_SIZE = 96;

    private DailyBarsCsv() {}

    /// The bars as UTF-8 CSV. Throws IllegalArgumentException when they are of several symbols or
    /// two are of one day.
    public static byte[] write(Collection<OhlcvBar> bars, TradingCalendar calendar) {
        StringBuilder csv =
                new StringBuilder((bars.size() + 1) * ROW_SIZE).append(HEADER).append('\n');
        Optional<OhlcvBar> previous = Optional.empty();
        for (OhlcvBar bar : byDay(bars).values()) {
            if (previous.isPresent() && !previous.get().symbol().equals(bar.symbol())) {
                throw new IllegalArgumentException(
                        "One file holds one symbol, not %s and %s"
                                .formatted(previous.get().symbol(), bar.symbol()));
            }
            append(csv, bar, previous, calendar);
            previous = Optional.of(bar);
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// The bars in the bytes by trading day. Throws IllegalArgumentException, with the line, when
    /// they are no such file.
    public static NavigableMap<LocalDate, OhlcvBar> read(byte[] csv) {
        String text = new String(csv, StandardCharsets.UTF_8);
        if (!text.startsWith(HEADER + "\n")) {
            throw new IllegalArgumentException(
                    "A file of daily bars starts with the line " + HEADER);
        }
        NavigableMap<LocalDate, OhlcvBar> bars = new TreeMap<>();
        CsvReader.builder().ofNamedCsvRecord(text).forEach(row -> put(bars, bar(row)));
        return bars;
    }

    private static NavigableMap<LocalDate, OhlcvBar> byDay(Collection<OhlcvBar> bars) {
        NavigableMap<LocalDate, OhlcvBar> sorted = new TreeMap<>();
        bars.forEach(bar -> put(sorted, bar));
        return sorted;
    }

    private static void put(NavigableMap<LocalDate, OhlcvBar> bars, OhlcvBar bar) {
        if (bars.put(bar.tradingDay(), bar) != null) {
            throw new IllegalArgumentException(
                    "Two bars of %s on %s".formatted(bar.symbol(), bar.tradingDay()));
        }
    }

    private static void append(
            StringBuilder csv,
            OhlcvBar bar,
            Optional<OhlcvBar> previous,
            TradingCalendar calendar) {
        csv.append(bar.symbol()).append(',').append(bar.tradingDay()).append(',');
        csv.append(bar.open().toPlainString())
                .append(',')
                .append(bar.high().toPlainString())
                .append(',');
        csv.append(bar.low().toPlainString())
                .append(',')
                .append(bar.close().toPlainString())
                .append(',');
        csv.append(bar.volume())
                .append(',')
                .append(bar.provider().id())
                .append(',')
                .append(BASIS)
                .append(',');
        csv.append(
                BarFlag.of(bar, previous, calendar).stream()
                        .map(BarFlag::id)
                        .collect(Collectors.joining(";")));
        csv.append('\n');
    }

    private static OhlcvBar bar(NamedCsvRecord row) {
        try {
            return new OhlcvBar(
                    Symbol.of(row.getField("symbol")),
                    LocalDate.parse(row.getField("trading_day")),
                    new BigDecimal(row.getField("open")),
                    new BigDecimal(row.getField("high")),
                    new BigDecimal(row.getField("low")),
                    new BigDecimal(row.getField("close")),
                    Long.parseLong(row.getField("volume")),
                    Provider.of(row.getField("provider")));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "Line %d is no daily bar: %s"
                            .formatted(row.getStartingLineNumber(), e.getMessage()),
                    e);
        }
    }
}
