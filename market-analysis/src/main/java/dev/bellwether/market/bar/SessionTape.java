package dev.bellwether.market.bar;

import dev.bellwether.market.Provider;
import dev.bellwether.market.Quote;
import dev.bellwether.market.QuoteOrder;
import dev.bellwether.market.Session;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.Timeframe;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What the primary source said of a symbol over a session, corrections applied. It may begin in
/// the middle of the session.
///
/// Of a quote only price, volume and time count: its open, high and low are the session's so far,
/// which were made at other times. The cumulative volume of a moment is the least of what was said
/// then and afterwards: shares are not given back, so a decrease takes back what was said before.
public final class SessionTape {
    private static final Comparator<Quote> HOLDS_FIRST =
            Comparator.comparing(Quote::sequence).reversed().thenComparing(QuoteOrder.KEPT_FIRST);

    private final Symbol symbol;
    private final Session session;
    private final List<Tick> ticks;

    private record Tick(Instant at, BigDecimal price, long volume, Provider provider) {}

    private SessionTape(Symbol symbol, Session session, List<Tick> ticks) {
        this.symbol = symbol;
        this.session = session;
        this.ticks = ticks;
    }

    /// The tape out of quotes in any order, any number of times; those of other symbols, sources
    /// and times are left out.
    public static SessionTape of(Symbol symbol, Session session, Collection<Quote> quotes) {
        List<Tick> newestFirst = new ArrayList<>();
        long least = Long.MAX_VALUE;
        for (Quote quote :
                holding(session, quotes).stream()
                        .filter(quote -> quote.symbol().equals(symbol))
                        .toList()
                        .reversed()) {
            least = Math.min(least, quote.volume());
            newestFirst.add(new Tick(quote.timestamp(), quote.price(), least, quote.provider()));
        }
        return new SessionTape(symbol, session, List.copyOf(newestFirst.reversed()));
    }

    /// The quotes of the primary source and the session, oldest first, of each moment the one that
    /// holds.
    static List<Quote> holding(Session session, Collection<Quote> quotes) {
        Map<Instant, Optional<Quote>> byTime =
                quotes.stream()
                        .filter(QuoteSource.PRIMARY::said)
                        .filter(quote -> session.isRunning(quote.timestamp()))
                        .collect(
                                Collectors.groupingBy(
                                        Quote::timestamp,
                                        TreeMap::new,
                                        Collectors.minBy(HOLDS_FIRST)));
        return byTime.values().stream().flatMap(Optional::stream).toList();
    }

    /// The bars from an instant on, oldest first, in version 1: one for each interval with a quote.
    ///
    /// @param from start of a bar; what the tape has before it is what volumes are counted from
    public List<SampledBar> bars(Timeframe timeframe, Instant from) {
        Map<Instant, List<Tick>> byStart = new TreeMap<>();
        long before = 0;
        for (Tick tick : ticks) {
            if (tick.at().isBefore(from)) {
                before = tick.volume();
            } else {
                byStart.computeIfAbsent(
                                timeframe.startOf(tick.at(), session), _ -> new ArrayList<>())
                        .add(tick);
            }
        }
        List<SampledBar> bars = new ArrayList<>();
        for (Map.Entry<Instant, List<Tick>> interval : byStart.entrySet()) {
            bars.add(bar(timeframe, interval.getKey(), interval.getValue(), before));
            before = interval.getValue().getLast().volume();
        }
        return List.copyOf(bars);
    }

    private SampledBar bar(Timeframe timeframe, Instant start, List<Tick> inside, long before) {
        List<BigDecimal> prices = inside.stream().map(Tick::price).sorted().toList();
        return new SampledBar(
                symbol,
                timeframe,
                start,
                session.tradingDay(),
                inside.getFirst().price(),
                prices.getLast(),
                prices.getFirst(),
                inside.getLast().price(),
                inside.getLast().volume() - before,
                inside.size(),
                inside.getFirst().provider(),
                1);
    }
}
