package dev.bellwether.ingest.yahoo;

import dev.bellwether.ingest.ProviderFailure;
import dev.bellwether.market.Quote;

/// What became of asking for one symbol.
sealed interface ChartReading {

    /// A quote of the running session.
    record Read(Quote quote) implements ChartReading {}

    /// An answer that is a failure, or none.
    record Failed(ProviderFailure failure) implements ChartReading {}

    /// A well-formed answer that holds no usable quote of the session.
    record Unusable(String reason) implements ChartReading {}
}
