package dev.bellwether.alerts;

import dev.bellwether.market.Symbol;
import dev.bellwether.market.SymbolSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Bars of an instrument across a change of its symbol: where those under the present symbol end,
/// those under the one before follow.
///
/// @param spans of all instruments that changed their symbols
record JoinedHistory(BarHistory bars, List<SymbolSpan> spans) implements BarHistory {
    JoinedHistory {
        spans = List.copyOf(spans);
    }

    @Override
    public List<StoredBar> newestThrough(Symbol symbol, String prefix, String last, int limit) {
        List<StoredBar> found = new ArrayList<>(bars.newestThrough(symbol, prefix, last, limit));
        Optional<SymbolSpan> span = find(symbol);
        while (found.size() < limit && span.isPresent()) {
            span = before(span.get());
            if (span.isPresent()) {
                found.addAll(
                        bars.newestThrough(
                                span.get().symbol(), prefix, last, limit - found.size()));
            }
        }
        return found;
    }

    private Optional<SymbolSpan> find(Symbol symbol) {
        return spans.stream()
                .filter(span -> span.symbol().equals(symbol))
                .max((one, other) -> one.firstDay().compareTo(other.firstDay()));
    }

    private Optional<SymbolSpan> before(SymbolSpan span) {
        return spans.stream()
                .filter(other ->
                        other.instrument().equals(span.instrument())
                                && other.lastDay().isBefore(span.firstDay()))
                .max((one, other) -> one.lastDay().compareTo(other.lastDay()));
    }
}
