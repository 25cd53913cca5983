package dev.bellwether.stream;

import dev.bellwether.market.Basis;
import dev.bellwether.market.Provider;
import dev.bellwether.market.Series;
import dev.bellwether.market.Timeframe;
import dev.bellwether.market.bar.SampledBar;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A bar of quotes as an item of the table.
final class SampledBarItem {
    /// How long the table keeps a bar.
    static final Duration KEPT = Duration.ofDays(60);

    private SampledBarItem() {}

    static Map<String, AttributeValue> of(SampledBar bar, Instant closedAt) {
        return Map.ofEntries(
                Map.entry("symbol", text(bar.symbol().value())),
                Map.entry("sk", text(sortKey(bar.timeframe(), bar.start()))),
                Map.entry("timeframe", text(bar.timeframe().id())),
                Map.entry("start", text(bar.start().toString())),
                Map.entry("trading_day", text(bar.tradingDay().toString())),
                Map.entry("open", number(bar.open())),
                Map.entry("high", number(bar.high())),
                Map.entry("low", number(bar.low())),
                Map.entry("close", number(bar.close())),
                Map.entry("volume", number(bar.volume())),
                Map.entry("quotes", number(bar.quotes())),
                Map.entry("provider", text(bar.provider().id())),
                Map.entry("feed", text(Series.SAMPLED)),
                Map.entry("basis", text(Basis.RAW.id())),
                Map.entry("version", number(bar.version())),
                Map.entry("closed_at", text(closedAt.toString())),
                Map.entry("expires_at", number(bar.start().plus(KEPT).getEpochSecond())));
    }

    static SampledBar read(Map<String, AttributeValue> attributes) {
        StoredItem item = new StoredItem(attributes);
        return new SampledBar(
                item.symbol(),
                item.text("timeframe", Timeframe::of),
                item.text("start", Instant::parse),
                item.text("trading_day", LocalDate::parse),
                item.decimal("open"),
                item.decimal("high"),
                item.decimal("low"),
                item.decimal("close"),
                item.whole("volume"),
                Math.toIntExact(item.whole("quotes")),
                item.text("provider", Provider::of),
                Math.toIntExact(item.whole("version")));
    }

    static String sortKey(Timeframe timeframe, Instant start) {
        return String.join("#", "sampled", timeframe.id(), start.toString());
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
