package dev.bellwether.stream;

import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import dev.bellwether.market.bar.QuoteSource;
import dev.bellwether.stream.CheckedRecord.Accepted;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/// Makes bars of the quotes of a batch. Symbols have nothing to do with each other, so that an
/// executor may take several at a time: each is a row of calls that mostly wait.
final class BarSampling {
    private final SymbolBars bars;
    private final Executor executor;

    BarSampling(BarTable table, Executor executor) {
        this.bars = new SymbolBars(table, TradingCalendar.nyse());
        this.executor = executor;
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
        Map<Symbol, CompletableFuture<Optional<String>>> updates = new LinkedHashMap<>();
        times.forEach((symbol, arrived) ->
                updates.put(
                        symbol,
                        CompletableFuture.supplyAsync(() -> update(symbol, arrived), executor)));
        // All have ended before anything is answered: nothing goes on behind Lambda's back.
        CompletableFuture.allOf(updates.values().toArray(CompletableFuture[]::new))
                .handle((_, failure) -> failure == null)
                .join();
        Prefix sampled = prefix;
        for (Map.Entry<Symbol, CompletableFuture<Optional<String>>> update : updates.entrySet()) {
            Optional<String> problem = join(update.getValue());
            Integer index = firstIndex.get(update.getKey());
            if (problem.isPresent() && index != null && index < sampled.records().size()) {
                sampled = prefix.cutBefore(index, problem.get());
            }
        }
        return sampled;
    }

    /// Answers what went wrong.
    private Optional<String> update(Symbol symbol, NavigableSet<Instant> arrived) {
        try {
            bars.update(symbol, arrived);
            return Optional.empty();
        } catch (WriteFailedException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static Optional<String> join(CompletableFuture<Optional<String>> update) {
        try {
            return update.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw e;
            }
        }
    }
}
