package dev.bellwether.stream;

import dev.bellwether.market.Quote;
import dev.bellwether.market.Session;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.Timeframe;
import dev.bellwether.market.bar.SampledBar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// A table in memory, as strict as DynamoDB about a batch and a condition, that puts off what it is
/// told to.
class RecordingTable implements QuoteTable, BarTable {
    final Map<String, Quote> quotes = new TreeMap<>();

    /// By symbol and sort key.
    final NavigableMap<String, SampledBar> bars = new TreeMap<>();

    /// Likewise.
    final Map<String, Instant> closedAt = new TreeMap<>();

    final List<Integer> batchSizes = new ArrayList<>();

    /// By identity: how often the table still puts the quote off.
    final Map<String, Integer> putOff = new TreeMap<>();

    private final NavigableMap<String, Quote> byKey = new TreeMap<>();
    private final Effects effects;

    RecordingTable(Effects effects) {
        this.effects = effects;
    }

    @Override
    public List<Quote> put(List<Quote> batch) {
        if (batch.isEmpty() || batch.size() > MAX_BATCH) {
            throw new IllegalArgumentException("A batch holds 1 to 25 items, not " + batch.size());
        }
        if (batch.stream().map(Quote::identity).distinct().count() < batch.size()) {
            throw new IllegalArgumentException("Provided list of item keys contains duplicates");
        }
        return effects.run(() -> {
            batchSizes.add(batch.size());
            List<Quote> left = new ArrayList<>();
            for (Quote quote : batch) {
                if (putOff.merge(quote.identity(), -1, Integer::sum) >= 0) {
                    left.add(quote);
                } else {
                    quotes.put(quote.identity(), quote);
                    byKey.put(quote.symbol() + " " + QuoteItem.sortKey(quote), quote);
                }
            }
            return left;
        });
    }

    @Override
    public List<Quote> newestBelow(Symbol symbol, String sortKey, int most) {
        return effects.run(() -> {
            return byKey
                    .subMap(symbol + " ", false, symbol + " " + sortKey, false)
                    .descendingMap()
                    .values()
                    .stream()
                    .limit(most)
                    .toList();
        });
    }

    @Override
    public List<SampledBar> quartersOf(Symbol symbol, Session session) {
        return effects.run(() ->
                List.copyOf(
                        bars.subMap(
                                        key(symbol, Timeframe.FIFTEEN_MINUTES, session.open()),
                                        key(symbol, Timeframe.FIFTEEN_MINUTES, session.close()))
                                .values()));
    }

    @Override
    public Optional<SampledBar> put(SampledBar bar, Instant at) {
        return effects.run(() -> {
            String key = key(bar.symbol(), bar.timeframe(), bar.start());
            Optional<SampledBar> stored = Optional.ofNullable(bars.get(key));
            if (stored.map(SampledBar::version).orElse(0) != bar.version() - 1) {
                return stored;
            }
            bars.put(key, bar);
            closedAt.put(key, at);
            return Optional.empty();
        });
    }

    private static String key(Symbol symbol, Timeframe timeframe, Instant start) {
        return symbol + " " + SampledBarItem.sortKey(timeframe, start);
    }
}
