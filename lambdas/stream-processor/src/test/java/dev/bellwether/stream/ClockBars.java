package dev.bellwether.stream;

import dev.bellwether.market.Quote;
import dev.bellwether.market.bar.SampledBar;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Bars of one symbol and day made the plain way: the day's quotes at once, by what New York's
/// clocks showed. Knows neither the calendar nor the classes under test.
final class ClockBars {
    private static final LocalTime OPEN = LocalTime.of(9, 30);

    private final List<Quote> quotes;
    private final LocalTime close;
    private final Instant newest;
    private final Map<String, String> bars = new TreeMap<>();

    private ClockBars(Collection<Quote> all, LocalTime close, Instant newest) {
        this.close = close;
        this.newest = newest;
        this.quotes =
                all.stream()
                        .collect(
                                Collectors.toMap(
                                        Quote::timestamp,
                                        quote -> quote,
                                        (one, other) ->
                                                one.sequence() > other.sequence() ? one : other))
                        .values()
                        .stream()
                        .filter(quote -> !clock(quote).isBefore(OPEN))
                        .filter(quote -> !clock(quote).isAfter(close))
                        .sorted(Comparator.comparing(Quote::timestamp))
                        .toList();
    }

    /// The closed bars, figures by sort key.
    ///
    /// @param close when the exchange closed, on New York's clocks
    /// @param newest time of the symbol's newest quote
    static Map<String, String> of(Collection<Quote> quotes, LocalTime close, Instant newest) {
        ClockBars reference = new ClockBars(quotes, close, newest);
        reference.addAll("1m", 1);
        reference.addAll("5m", 5);
        reference.addAll("15m", 15);
        reference.addAll("1d", 24 * 60);
        return reference.bars;
    }

    /// The same of a bar that is there.
    static String figures(SampledBar bar) {
        return figures(bar.open(), bar.high(), bar.low(), bar.close(), bar.volume(), bar.quotes());
    }

    private static String figures(
            BigDecimal open,
            BigDecimal high,
            BigDecimal low,
            BigDecimal last,
            long volume,
            int count) {
        return "%.4f %.4f %.4f %.4f, %d shares, %d quotes"
                .formatted(open, high, low, last, volume, count);
    }

    private void addAll(String timeframe, int minutes) {
        if (quotes.isEmpty()) {
            return;
        }
        ZonedDateTime open = quotes.getFirst().timestamp().atZone(SyntheticDay.NEW_YORK).with(OPEN);
        ZonedDateTime end = open.with(close);
        for (ZonedDateTime start = open; start.isBefore(end); start = start.plusMinutes(minutes)) {
            ZonedDateTime until = start.plusMinutes(minutes);
            boolean last = !until.isBefore(end);
            boolean closed =
                    !newest.isBefore(end.toInstant())
                            || !newest.isBefore(until.plusSeconds(60).toInstant());
            if (closed) {
                Instant from = start.toInstant();
                Instant to = last ? Instant.MAX : until.toInstant();
                add("sampled#%s#%s".formatted(timeframe, from), from, to);
            }
        }
    }

    private void add(String key, Instant from, Instant to) {
        List<Quote> inside =
                quotes.stream()
                        .filter(quote -> !quote.timestamp().isBefore(from))
                        .filter(quote -> quote.timestamp().isBefore(to))
                        .toList();
        if (!inside.isEmpty()) {
            List<BigDecimal> prices = inside.stream().map(Quote::price).sorted().toList();
            bars.put(
                    key,
                    figures(
                            inside.getFirst().price(),
                            prices.getLast(),
                            prices.getFirst(),
                            inside.getLast().price(),
                            volumeThrough(quotes.indexOf(inside.getLast()))
                                    - volumeThrough(quotes.indexOf(inside.getFirst()) - 1),
                            inside.size()));
        }
    }

    private long volumeThrough(int index) {
        return index < 0
                ? 0
                : quotes.subList(index, quotes.size()).stream()
                        .mapToLong(Quote::volume)
                        .min()
                        .orElseThrow();
    }

    private static LocalTime clock(Quote quote) {
        return quote.timestamp().atZone(SyntheticDay.NEW_YORK).toLocalTime();
    }
}
