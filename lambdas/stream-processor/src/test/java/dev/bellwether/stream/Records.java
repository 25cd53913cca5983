package dev.bellwether.stream;

import dev.bellwether.market.Provider;
import dev.bellwether.market.Quote;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.wire.QuoteJson;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/// Stream records for tests.
final class Records {
    static final String SHARD = "shardId-000000000000";
    static final Instant NEAR_CLOSE = Instant.parse("2025-10-29T19:59:30Z");
    private static final Instant ARRIVED = Instant.parse("2025-10-29T19:59:31Z");

    private Records() {}

    static String sequence(int number) {
        return "4966%016d".formatted(number);
    }

    static StreamRecord of(int number, Quote quote) {
        return new StreamRecord(
                SHARD, sequence(number), quote.symbol().value(), QuoteJson.write(quote), ARRIVED);
    }

    static StreamRecord raw(int number, String text) {
        return new StreamRecord(
                SHARD, sequence(number), "AAPL", text.getBytes(StandardCharsets.UTF_8), ARRIVED);
    }

    /// A quote whose volume tells it from the others.
    static Quote quote(String symbol, Instant time, int volume) {
        return Quote.of(
                Symbol.of(symbol),
                new BigDecimal("269.28"),
                new BigDecimal("271.41"),
                new BigDecimal("267.11"),
                new BigDecimal("269.70"),
                new BigDecimal("269.00"),
                volume,
                time,
                Provider.YAHOO,
                "composite");
    }
}
