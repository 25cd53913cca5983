package dev.bellwether.faults.market;

import dev.bellwether.faults.market.SentRecord.SentQuote;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The bars that the quotes of a symbol make: all of them grouped anew by the clock, whatever came
/// when. The session is that of the feed's day.
///
/// What has to be is written in `docs/reference/data-contract.md`, "Sampled bars".
public final class SampledReference {
    private static final Instant OPEN = Instant.parse("2025-10-29T13:30:00Z");
    private static final Instant CLOSE = Instant.parse("2025-10-29T20:00:00Z");
    private static final Duration HORIZON = Duration.ofSeconds(60);
    private static final Map<String, Duration> LENGTHS =
            Map.of(
                    "1m", Duration.ofMinutes(1),
                    "5m", Duration.ofMinutes(5),
                    "15m", Duration.ofMinutes(15),
                    "1d", Duration.between(OPEN, CLOSE));

    private SampledReference() {}

    /// The figures of all closed bars, by their keys.
    ///
    /// @param kept quotes of one symbol, each identity once
    public static Map<String, String> bars(String symbol, Collection<SentQuote> kept) {
        NavigableMap<Instant, SentQuote> tape = new TreeMap<>();
        Instant newest = Instant.MIN;
        for (SentQuote quote : kept) {
            if (!quote.feed().equals(SentQuote.PRIMARY)) {
                continue;
            }
            newest = newest.isBefore(quote.at()) ? quote.at() : newest;
            if (!quote.at().isBefore(OPEN) && !quote.at().isAfter(CLOSE)) {
                tape.merge(
                        quote.at(),
                        quote,
                        (one, other) -> one.sequence() > other.sequence() ? one : other);
            }
        }
        NavigableMap<Instant, Long> volumes = volumes(tape);
        Map<String, String> bars = new TreeMap<>();
        for (Map.Entry<String, Duration> timeframe : LENGTHS.entrySet()) {
            for (Map.Entry<Instant, List<SentQuote>> bar :
                    groups(tape, timeframe.getValue()).entrySet()) {
                if (!closesAt(bar.getKey(), timeframe.getValue()).isAfter(newest)) {
                    bars.put(
                            "%s sampled#%s#%s".formatted(symbol, timeframe.getKey(), bar.getKey()),
                            figures(bar.getKey(), bar.getValue(), volumes));
                }
            }
        }
        return bars;
    }

    /// Shares are not given back: what is said later is the most that there was before.
    private static NavigableMap<Instant, Long> volumes(NavigableMap<Instant, SentQuote> tape) {
        NavigableMap<Instant, Long> volumes = new TreeMap<>();
        long least = Long.MAX_VALUE;
        for (SentQuote quote : tape.descendingMap().values()) {
            least = Math.min(least, quote.volume());
            volumes.put(quote.at(), least);
        }
        return volumes;
    }

    private static Map<Instant, List<SentQuote>> groups(
            NavigableMap<Instant, SentQuote> tape, Duration length) {
        Map<Instant, List<SentQuote>> groups = new TreeMap<>();
        long last = Duration.between(OPEN, CLOSE).dividedBy(length) - 1;
        for (SentQuote quote : tape.values()) {
            long number = Math.min(Duration.between(OPEN, quote.at()).dividedBy(length), last);
            groups.computeIfAbsent(OPEN.plus(length.multipliedBy(number)), _ -> new ArrayList<>())
                    .add(quote);
        }
        return groups;
    }

    private static Instant closesAt(Instant start, Duration length) {
        Instant late = start.plus(length).plus(HORIZON);
        return late.isAfter(CLOSE) ? CLOSE : late;
    }

    private static String figures(
            Instant start, List<SentQuote> quotes, NavigableMap<Instant, Long> volumes) {
        Map.Entry<Instant, Long> before = volumes.lowerEntry(start);
        Map.Entry<Instant, Long> last = volumes.floorEntry(quotes.getLast().at());
        BigDecimal high = quotes.getFirst().price();
        BigDecimal low = high;
        for (SentQuote quote : quotes) {
            high = high.max(quote.price());
            low = low.min(quote.price());
        }
        return figures(
                quotes.getFirst().price(),
                high,
                low,
                quotes.getLast().price(),
                (last == null ? 0 : last.getValue()) - (before == null ? 0 : before.getValue()),
                quotes.size());
    }

    /// A stored bar's figures in the same form.
    public static String figures(Map<String, AttributeValue> item) {
        return figures(
                Items.decimal(item, "open"),
                Items.decimal(item, "high"),
                Items.decimal(item, "low"),
                Items.decimal(item, "close"),
                Items.number(item, "volume"),
                Items.number(item, "quotes"));
    }

    private static String figures(
            BigDecimal open,
            BigDecimal high,
            BigDecimal low,
            BigDecimal close,
            long volume,
            long quotes) {
        return "open %s high %s low %s close %s volume %d of %d quotes"
                .formatted(plain(open), plain(high), plain(low), plain(close), volume, quotes);
    }

    private static String plain(BigDecimal price) {
        return price.stripTrailingZeros().toPlainString();
    }
}
