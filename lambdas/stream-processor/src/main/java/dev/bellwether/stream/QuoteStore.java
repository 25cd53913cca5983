package dev.bellwether.stream;

import dev.bellwether.market.Quote;
import dev.bellwether.stream.CheckedRecord.Accepted;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Puts the quotes of a batch into the table, in stream order, so that of one identity the last
/// record's figures stay.
final class QuoteStore {
    private final QuoteTable table;
    private final Backoff backoff;

    QuoteStore(QuoteTable table, Backoff backoff) {
        this.table = table;
        this.backoff = backoff;
    }

    /// The part of the prefix whose quotes are in the table.
    Prefix store(Prefix prefix) {
        List<Integer> chunk = new ArrayList<>();
        for (int i = 0; i < prefix.records().size(); i++) {
            if (prefix.records().get(i) instanceof Accepted) {
                chunk.add(i);
            }
            boolean last = i == prefix.records().size() - 1;
            if (chunk.size() == QuoteTable.MAX_BATCH || last && !chunk.isEmpty()) {
                Prefix stored = storeChunk(prefix, chunk);
                if (stored.records().size() < prefix.records().size()) {
                    return stored;
                }
                chunk.clear();
            }
        }
        return prefix;
    }

    private Prefix storeChunk(Prefix prefix, List<Integer> indexes) {
        // BatchWriteItem refuses a batch that names a key twice.
        Map<String, Quote> byIdentity = new LinkedHashMap<>();
        indexes.forEach(i -> byIdentity.put(quoteAt(prefix, i).identity(), quoteAt(prefix, i)));
        List<Quote> left;
        try {
            left = putPatiently(List.copyOf(byIdentity.values()));
        } catch (WriteFailedException e) {
            return prefix.cutBefore(indexes.getFirst(), String.valueOf(e.getMessage()));
        }
        Set<String> missing = new HashSet<>();
        left.forEach(quote -> missing.add(quote.identity()));
        for (int i : indexes) {
            if (missing.contains(quoteAt(prefix, i).identity())) {
                return prefix.cutBefore(
                        i,
                        "Putting quotes into the table failed: %d of %d left after %d tries"
                                .formatted(left.size(), byIdentity.size(), Backoff.MAX_TRIES));
            }
        }
        return prefix;
    }

    private List<Quote> putPatiently(List<Quote> quotes) {
        List<Quote> left = table.put(quotes);
        for (int tries = 1; !left.isEmpty() && tries < Backoff.MAX_TRIES; tries++) {
            backoff.pauseAfter(tries);
            left = table.put(left);
        }
        return left;
    }

    private static Quote quoteAt(Prefix prefix, int index) {
        return ((Accepted) prefix.records().get(index)).quote();
    }
}
