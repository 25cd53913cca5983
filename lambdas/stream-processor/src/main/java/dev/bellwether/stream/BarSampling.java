package dev.bellwether.stream;

import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import dev.bellwether.market.bar.QuoteSource;
import dev.bellwether.stream.CheckedRecord.Accepted;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/// Makes bars of the quotes of a batch, symbol by symbol, in the order of their first records.
final class BarSampling {
    private final SymbolBars bars;

    BarSampling(BarTable table) {
        this.bars = new SymbolBars(table, TradingCalendar.nyse());
    }

    /// The part of the prefix whose bars are written. Its quotes have to be in the table.
    Prefix sample(Prefix prefix) {
        Map<Symbol, Integer> firstIndex = new LinkedHashMap<>();
        Map<Symbol, NavigableSet<Instant>> times = new LinkedHashMap<>();
        for (int i = 0; i < prefix.records().size(); i++) {
            if (prefix.records().get(i) instanceof Accepted(_, var quote)
                    && QuoteSource.PRIMARY.said(quote)) {
                firstIndex.putIfAbsent(quote.symbol(), i);
                times.computeIfAbsent(quote.symbol(), _ -> new TreeSet<>()).add(quote.timestamp());
            }
        }
        for (Map.Entry<Symbol, Integer> first : firstIndex.entrySet()) {
            Symbol symbol = first.getKey();
            try {
                bars.update(symbol, times.getOrDefault(symbol, new TreeSet<>()));
            } catch (WriteFailedException e) {
                return prefix.cutBefore(first.getValue(), String.valueOf(e.getMessage()));
            }
        }
        return prefix;
    }
}
