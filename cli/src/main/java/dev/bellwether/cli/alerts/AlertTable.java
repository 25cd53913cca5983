package dev.bellwether.cli.alerts;

import dev.bellwether.cli.store.MarketItems;
import dev.bellwether.market.Symbol;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The alerts of the pipeline's symbols. Those of symbols that it fetches no more are not seen: the
/// table is asked symbol by symbol, never scanned.
record AlertTable(MarketItems items, List<Symbol> symbols) {
    AlertTable {
        symbols = List.copyOf(symbols);
    }

    /// All alerts, oldest first.
    List<AlertRow> all() {
        return symbols.stream()
                .flatMap(symbol -> of(symbol).stream())
                .sorted(Comparator.comparing(AlertRow::at).thenComparing(AlertRow::symbol))
                .toList();
    }

    private List<AlertRow> of(Symbol symbol) {
        return items.query(symbol.value(), AlertRow.PREFIX).stream().map(AlertRow::new).toList();
    }

    Optional<AlertRow> find(String id) {
        return symbols.stream()
                .flatMap(symbol -> of(symbol).stream())
                .filter(alert -> alert.id().equals(id))
                .findFirst();
    }

    /// Those of the last stretch of time.
    ///
    /// @param ascending oldest first
    /// @param now its end; empty for the newest alert's
    static List<AlertRow> last(List<AlertRow> ascending, Duration stretch, Optional<Instant> now) {
        if (ascending.isEmpty()) {
            return ascending;
        }
        Instant from = now.orElse(ascending.getLast().at()).minus(stretch);
        return ascending.stream().filter(alert -> !alert.at().isBefore(from)).toList();
    }
}
