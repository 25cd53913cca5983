package dev.bellwether.market;

import java.time.LocalDate;

/// The days on which an instrument traded under a symbol: FB until 2022-06-08, META since.
///
/// @param instrument our own name of it, which never changes
/// @param firstDay first trading day under the symbol
/// @param lastDay last trading day under the symbol; the far future while it still trades under it
public record SymbolSpan(String instrument, Symbol symbol, LocalDate firstDay, LocalDate lastDay) {
    public SymbolSpan {
        if (lastDay.isBefore(firstDay)) {
            throw new IllegalArgumentException(
                    "%s cannot trade as %s from %s to %s"
                            .formatted(instrument, symbol, firstDay, lastDay));
        }
    }

    /// Whether the instrument trades under the symbol on the day.
    public boolean covers(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }
}
