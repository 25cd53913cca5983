package dev.bellwether.market.wire;

import dev.bellwether.market.Quote;
import dev.bellwether.market.QuoteOrder;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/// Many small objects of landed quotes as one: each identity once, in one order.
///
/// The same quotes give the same bytes, however they were batched, repeated and ordered.
public final class QuoteCompaction {
    // Equal figures may be written in two ways: 269.7 and 269.70.
    private static final Comparator<Quote> KEPT_FIRST =
            QuoteOrder.KEPT_FIRST.thenComparing(QuoteCompaction::line);

    private QuoteCompaction() {}

    /// JSON lines of the quotes in the objects, each ended by a line feed, sorted by timestamp,
    /// symbol, provider, feed and sequence. Of copies that differ the one stays that view `quotes`
    /// shows. Throws [InvalidQuoteException] when a line is no quote.
    ///
    /// @param objects each any number of JSON lines
    public static byte[] compact(Collection<byte[]> objects) {
        Map<Quote, Quote> byIdentity = new TreeMap<>(QuoteOrder.BY_IDENTITY);
        for (byte[] object : objects) {
            new String(object, StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> QuoteJson.read(line.getBytes(StandardCharsets.UTF_8)))
                    .forEach(quote -> byIdentity.merge(quote, quote, QuoteCompaction::kept));
        }
        ByteArrayOutputStream lines = new ByteArrayOutputStream(512);
        for (Quote quote : byIdentity.values()) {
            lines.writeBytes(QuoteJson.write(quote));
            lines.write('\n');
        }
        return lines.toByteArray();
    }

    private static Quote kept(Quote one, Quote other) {
        return KEPT_FIRST.compare(one, other) <= 0 ? one : other;
    }

    private static String line(Quote quote) {
        return new String(QuoteJson.write(quote), StandardCharsets.UTF_8);
    }
}
