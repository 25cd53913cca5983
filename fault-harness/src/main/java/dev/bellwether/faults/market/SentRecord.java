package dev.bellwether.faults.market;

import java.math.BigDecimal;
import java.time.Instant;
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
    /// @param volume another one in each record, which tells records of one identity apart
    /// @param sequence of quotes of one time, the highest holds
    public record SentQuote(
            String symbol, String feed, Instant at, long sequence, BigDecimal price, long volume) {
        /// The feed that bars are made of.
        public static final String PRIMARY = "composite";

        /// Symbol, provider, feed, time and sequence.
        public String identity() {
            return String.join("|", symbol, "yahoo", feed, at.toString(), Long.toString(sequence));
        }
    }
}
