package dev.bellwether.alerts;

import dev.bellwether.market.Symbol;
import java.util.List;

/// The stored bars.
interface BarHistory {
    /// The newest bars of a symbol whose sort key begins with `prefix` and is not beyond `last`,
    /// newest first, at most `limit`; as they are at the moment of the call.
    List<StoredBar> newestThrough(Symbol symbol, String prefix, String last, int limit);
}
