package dev.bellwether.lake.raw;

import dev.bellwether.lake.file.LabelConvention;
import dev.bellwether.market.Provider;
import dev.bellwether.market.Symbol;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// What is known about a raw object beside its bytes: the `.json` that lies beside its `.body`.
public sealed interface RawDescription {
    /// Of which symbol the object was asked for, or said to be.
    Symbol symbol();

    /// A provider's answer.
    ///
    /// @param status of HTTP
    /// @param sha256 hex digits of the stored bytes' SHA-256
    /// @param scheduledAt market time of the run
    /// @param fetchedAt wall-clock time of the call
    /// @param keyId which version of which parameter held the provider's key; empty if none was
    ///   needed or the description is older than that
    record Fetched(
            Provider provider,
            Symbol symbol,
            int status,
            String sha256,
            Instant scheduledAt,
            Instant fetchedAt,
            Optional<String> keyId)
            implements RawDescription {}

    /// A file that a user imported.
    ///
    /// @param labels how its intraday labels are meant; empty if it has none
    /// @param importedAt when, which says nothing about since when its content is known
    /// @param fetchedAt when it was fetched from the provider, if the user said so
    record Imported(
            Provider provider,
            Symbol symbol,
            Optional<LabelConvention> labels,
            String sha256,
            Instant importedAt,
            Optional<Instant> fetchedAt)
            implements RawDescription {}

    /// A user's word that the move of a day is real.
    record Decided(Symbol symbol, LocalDate tradingDay, Instant decidedAt)
            implements RawDescription {}
}
