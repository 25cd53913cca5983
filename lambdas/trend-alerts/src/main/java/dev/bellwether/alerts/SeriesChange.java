package dev.bellwether.alerts;

import dev.bellwether.market.Symbol;
import dev.bellwether.market.Timeframe;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.TreeMap;

/// The bars of one symbol, feed and timeframe that a batch brought, by their sort keys.
record SeriesChange(
        Symbol symbol, String feed, Timeframe timeframe, NavigableMap<String, StoredBar> bars) {
    static SeriesChange of(StoredBar bar) {
        return new SeriesChange(bar.symbol(), bar.feed(), bar.timeframe(), new TreeMap<>());
    }

    /// Which bars belong together.
    record Key(Symbol symbol, String feed, Timeframe timeframe) {
        static Key of(StoredBar bar) {
            return new Key(bar.symbol(), bar.feed(), bar.timeframe());
        }
    }

    /// Keeps the newest image of a bar, but that it came in time if any image did: a correction
    /// that follows in the same batch does not make old news of it.
    void add(StoredBar bar) {
        bars.merge(
                bar.sortKey(),
                bar,
                (earlier, later) ->
                        earlier.arrival() == StoredBar.Arrival.IN_TIME ? earlier : later);
    }

    /// The newest market time of a change to this bar or one before it.
    Instant changedAt(String sortKey) {
        return bars.headMap(sortKey, true).values().stream()
                .map(StoredBar::writtenAt)
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
    }
}
