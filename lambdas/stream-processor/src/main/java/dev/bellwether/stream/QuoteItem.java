package dev.bellwether.stream;

import dev.bellwether.market.Quote;
import dev.bellwether.market.wire.QuoteJson;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A quote as an item of the table.
final class QuoteItem {
    /// How long the table keeps a quote; the lake keeps it.
    static final Duration KEPT = Duration.ofDays(30);

    private QuoteItem() {}

    static Map<String, AttributeValue> of(Quote quote) {
        return Map.ofEntries(
                Map.entry("symbol", text(quote.symbol().value())),
                Map.entry("sk", text(sortKey(quote))),
                Map.entry("open", number(quote.open())),
                Map.entry("high", number(quote.high())),
                Map.entry("low", number(quote.low())),
                Map.entry("price", number(quote.price())),
                Map.entry("previous_close", number(quote.previousClose())),
                Map.entry("change", number(quote.change())),
                Map.entry("change_percent", number(quote.changePercent())),
                Map.entry("volume", number(quote.volume())),
                Map.entry("timestamp", text(quote.timestamp().toString())),
                Map.entry("provider", text(quote.provider().id())),
                Map.entry("feed", text(quote.feed())),
                Map.entry("schema_version", number(QuoteJson.SCHEMA_VERSION)),
                Map.entry("expires_at", number(quote.timestamp().plus(KEPT).getEpochSecond())));
    }

    /// The same for the same quote identity.
    static String sortKey(Quote quote) {
        return String.join(
                "#", "quote", quote.timestamp().toString(), quote.provider().id(), quote.feed());
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    private static AttributeValue number(BigDecimal value) {
        return AttributeValue.fromN(value.toPlainString());
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
