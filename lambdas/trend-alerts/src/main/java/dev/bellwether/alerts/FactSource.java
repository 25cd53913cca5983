package dev.bellwether.alerts;

import dev.bellwether.market.SeriesFacts;
import dev.bellwether.market.Symbol;

/// What is known about a symbol beside its bars: splits and the condition of its data.
@FunctionalInterface
interface FactSource {
    /// What is known by now; without a split a jump makes rules warm up anew instead of firing.
    SeriesFacts facts(Symbol symbol);
}
