package dev.bellwether.ingest.alphavantage;

import dev.bellwether.ingest.ProviderFailure;
import dev.bellwether.market.QuarantineReason;
import org.jspecify.annotations.Nullable;

/// What asking for a series led to, once retries are over.
sealed interface SeriesAnswer {

    /// Rows, from the raw object `rawKey`.
    record Series(DailySeries rows, String rawKey) implements SeriesAnswer {}

    /// No rows; `evidence` is what the provider said, if it said anything.
    record Failed(ProviderFailure failure, @Nullable Evidence evidence) implements SeriesAnswer {}

    /// A stored answer that is no data.
    ///
    /// @param body the redacted body as text
    record Evidence(QuarantineReason reason, String rawKey, String body) {}
}
