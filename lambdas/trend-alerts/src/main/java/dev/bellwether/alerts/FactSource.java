package dev.bellwether.alerts;

import dev.bellwether.market.SeriesFacts;
import dev.bellwether.market.Symbol;

/// What is known about a symbol beside its bars: splits and the condition of its data.
@FunctionalInterface
interface FactSource {
    /// Nothing is known: then a jump makes its rules warm up anew instead of firing.
    FactSource NONE = _ -> SeriesFacts.NONE;

    SeriesFacts facts(Symbol symbol);
}
