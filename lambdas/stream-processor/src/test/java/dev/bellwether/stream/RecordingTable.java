package dev.bellwether.stream;

import dev.bellwether.market.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A table in memory, as strict as DynamoDB about a batch, that puts off what it is told to.
final class RecordingTable implements QuoteTable {
    final Map<String, Quote> quotes = new TreeMap<>();
    final List<Integer> batchSizes = new ArrayList<>();

    /// By identity: how often the table still puts the quote off.
    final Map<String, Integer> putOff = new TreeMap<>();

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
                }
            }
            return left;
        });
    }
}
