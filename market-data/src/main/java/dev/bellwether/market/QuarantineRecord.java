package dev.bellwether.market;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/// Something that was kept out of the data, with the reason and what it said.
///
/// @param source which function rejected it, such as `ingest-alphavantage`
/// @param symbol the symbol it was about, or empty when that could not be told
/// @param detail the reason in words
/// @param record what was rejected, redacted; cut by whoever rejects
/// @param rawKey lake key of the whole redacted answer, or empty
/// @param observedAt market time of the run that rejected it
public record QuarantineRecord(
        String source,
        String symbol,
        QuarantineReason reason,
        String detail,
        String record,
        String rawKey,
        Instant observedAt) {

    /// The same for the same rejection, so that a retry rewrites its row: 32 hex digits of SHA-256
    /// over source, symbol, reason and record.
    public String id() {
        return Sha256.hex(
                        String.join("|", source, symbol, reason.id(), record)
                                .getBytes(StandardCharsets.UTF_8))
                .substring(0, 32);
    }
}
