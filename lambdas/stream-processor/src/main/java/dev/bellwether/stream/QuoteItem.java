package dev.bellwether.stream;

import dev.bellwether.market.Provider;
import dev.bellwether.market.Quote;
import dev.bellwether.market.wire.QuoteJson;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A quote as an item of the table.
final class QuoteItem {
    /// How long the table keeps a quote; the lake keeps it.
    static final Duration KEPT = Duration.ofDays(30);

    /// What sort keys of quotes begin with.
    static final String PREFIX = "quote#";

    /// Above the sort keys of all quotes: times begin with a digit.
    static final String END = PREFIX + "~";

    private QuoteItem() {}

    /// A quote without `sequence` is older than the attribute.
    static Quote read(Map<String, AttributeValue> attributes) {
        StoredItem item = new StoredItem(attributes);
        return new Quote(
                item.symbol(),
                item.decimal("open"),
                item.decimal("high"),
                item.decimal("low"),
                item.decimal("price"),
                item.decimal("previous_close"),
                item.decimal("change"),
                item.decimal("change_percent"),
                item.whole("volume"),
                item.text("timestamp", Instant::parse),
                item.text("provider", Provider::of),
                item.text("feed", Function.identity()),
                item.has("sequence") ? item.whole("sequence") : 0);
    }

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
                Map.entry("sequence", number(quote.sequence())),
                Map.entry("schema_version", number(QuoteJson.SCHEMA_VERSION)),
                Map.entry("expires_at", number(quote.timestamp().plus(KEPT).getEpochSecond())));
    }

    /// The same for the same quote identity.
    static String sortKey(Quote quote) {
        return String.join(
                "#",
                "quote",
                quote.timestamp().toString(),
                quote.provider().id(),
                quote.feed(),
                Long.toString(quote.sequence()));
    }

    /// Above the sort keys of all quotes before the full second, below those of it and after it.
    static String sortKeyBefore(Instant second) {
        return PREFIX + second.truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", "");
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
