package dev.bellwether.cli.quarantine;

import dev.bellwether.market.Quote;
import dev.bellwether.market.QuoteLimits;
import dev.bellwether.market.wire.InvalidQuoteException;
import dev.bellwether.market.wire.QuoteJson;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/// Whether a quarantined record can go back into the stream, by what the stream's function checks
/// today.
sealed interface Verdict {
    /// It is a quote now.
    record Passes(StreamEntry entry) implements Verdict {}

    /// It would be quarantined again.
    record StillInvalid(String problem) implements Verdict {}

    /// What was kept of it is not what was in the stream.
    record NotWhole(String why) implements Verdict {}

    /// It was no record of the stream.
    record OfAnotherSource() implements Verdict {}

    /// The source that the stream's function names itself.
    String STREAM = "stream-processor";

    /// How the text of a record ends that was longer than the 4,096 bytes kept of it.
    Pattern CUT = Pattern.compile(" \\.\\.\\. \\((\\d+) bytes, sha256 [0-9a-f]{64}\\)$");

    /// What stands for bytes that are no UTF-8.
    char REPLACEMENT = '\uFFFD';

    static Verdict of(Quarantined row) {
        if (!row.source().equals(STREAM)) {
            return new OfAnotherSource();
        }
        if (CUT.matcher(row.text()).find()) {
            return new NotWhole("only the beginning of the record was kept: over 4,096 bytes");
        }
        if (row.text().indexOf(REPLACEMENT) >= 0) {
            return new NotWhole("the record was no UTF-8, so its text is not its bytes");
        }
        byte[] data = row.text().getBytes(StandardCharsets.UTF_8);
        try {
            Quote quote = QuoteJson.read(data);
            Optional<String> exceeded = QuoteLimits.findExceeded(quote);
            return exceeded.isPresent()
                    ? new StillInvalid(exceeded.get())
                    : new Passes(new StreamEntry(quote.symbol().value(), data));
        } catch (InvalidQuoteException e) {
            return new StillInvalid(String.valueOf(e.getMessage()));
        }
    }
}
