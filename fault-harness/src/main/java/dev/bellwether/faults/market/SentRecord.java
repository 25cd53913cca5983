package dev.bellwether.faults.market;

import java.util.Optional;

/// A record as a producer sends it.
///
/// @param quote what it says, if it is a quote that the functions have to keep
/// @param fate what has to become of it
public record SentRecord(String partitionKey, String data, Optional<SentQuote> quote, Fate fate) {
    /// What has to become of a record.
    public enum Fate {
        /// In the table and the lake.
        KEPT,
        /// In quarantine.
        QUARANTINED,
        /// In the failure bucket: no function survives it.
        GIVEN_UP
    }

    /// What of a quote is looked for.
    ///
    /// @param identity symbol, provider, feed and time
    /// @param volume another one in each record, which tells records of one identity apart
    public record SentQuote(String identity, long volume) {}
}
