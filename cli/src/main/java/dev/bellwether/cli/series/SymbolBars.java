package dev.bellwether.cli.series;

import dev.bellwether.market.ClosedBar;
import dev.bellwether.market.SeriesFacts;
import dev.bellwether.market.Symbol;
import java.util.List;

/// The bars of one symbol, and what is known beside them.
///
/// @param bars oldest first, at least one
public record SymbolBars(Symbol symbol, List<ClosedBar> bars, SeriesFacts facts) {
    public SymbolBars {
        bars = List.copyOf(bars);
    }
}
