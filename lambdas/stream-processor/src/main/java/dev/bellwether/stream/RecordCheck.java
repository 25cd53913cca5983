package dev.bellwether.stream;

import dev.bellwether.market.QuarantineReason;
import dev.bellwether.market.QuarantineRecord;
import dev.bellwether.market.Quote;
import dev.bellwether.market.QuoteLimits;
import dev.bellwether.market.Sha256;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.wire.InvalidQuoteException;
import dev.bellwether.market.wire.QuoteJson;
import dev.bellwether.stream.CheckedRecord.Accepted;
import dev.bellwether.stream.CheckedRecord.Rejected;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells quotes from what is none.
final class RecordCheck {
    /// Name of this function in quarantine.
    static final String SOURCE = "stream-processor";

    /// Bytes of a rejected record that are kept.
    static final int KEPT_BYTES = 4096;

    private static final int DETAIL_CHARS = 500;
    private static final Pattern TIMESTAMP =
            Pattern.compile("\"timestamp\"\\s*:\\s*\"([0-9T:.Z-]{20,30})\"");

    private RecordCheck() {}

    static CheckedRecord check(StreamRecord record) {
        Quote quote;
        try {
            quote = QuoteJson.read(record.data());
        } catch (InvalidQuoteException e) {
            return reject(record, String.valueOf(e.getMessage()));
        }
        return QuoteLimits.findExceeded(quote)
                .<CheckedRecord>map(problem -> reject(record, problem))
                .orElseGet(() -> new Accepted(record, quote));
    }

    private static Rejected reject(StreamRecord record, String problem) {
        String detail =
                problem.length() > DETAIL_CHARS ? problem.substring(0, DETAIL_CHARS) : problem;
        String text = new String(record.data(), StandardCharsets.UTF_8);
        return new Rejected(
                record,
                new QuarantineRecord(
                        SOURCE,
                        Symbol.isValid(record.partitionKey()) ? record.partitionKey() : "",
                        QuarantineReason.INVALID_QUOTE,
                        "%s (sequence number %s)".formatted(detail, record.sequenceNumber()),
                        keptText(record.data(), text),
                        "",
                        findTimestamp(text).orElse(record.arrivedAt())));
    }

    /// The record's text; of a longer one its beginning and what tells it from others that begin
    /// alike.
    private static String keptText(byte[] data, String text) {
        if (data.length <= KEPT_BYTES) {
            return text;
        }
        String rest = " ... (%d bytes, sha256 %s)".formatted(data.length, Sha256.hex(data));
        int end = KEPT_BYTES - rest.length();
        while ((data[end] & 0xC0) == 0x80) { // not inside a character
            end--;
        }
        return new String(data, 0, end, StandardCharsets.UTF_8) + rest;
    }

    /// The time that the record itself names, even when the rest of it cannot be read: a replay
    /// arrives at another time, but belongs to the same market day.
    private static Optional<Instant> findTimestamp(String text) {
        Matcher matcher = TIMESTAMP.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.parse(matcher.group(1))).filter(QuoteLimits::covers);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
