package dev.bellwether.alerts;

import dev.bellwether.market.OhlcvBar;
import dev.bellwether.market.Symbol;
import java.time.LocalDate;
import java.util.List;

/// The stored daily bars.
interface BarHistory {
    /// The newest bars of the symbol through the day, newest first; fewer than `limit` only when
    /// there are no more.
    ///
    /// What was written before the call is seen. Throws [AwsCallFailedException], and
    /// [MalformedItemException] when one cannot be read.
    List<OhlcvBar> newestThrough(Symbol symbol, LocalDate through, int limit);
}
