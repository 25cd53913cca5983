package dev.bellwether.faults.market;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A daily bar as `IngestAlphaVantage` writes it.
///
/// @param runDay day of the run that writes it; empty for a backfill
public record StoredBar(
        String symbol,
        LocalDate day,
        BigDecimal close,
        Instant scheduledAt,
        Optional<LocalDate> runDay) {
    /// The bar as an item of the table.
    public Map<String, AttributeValue> item() {
        Map<String, AttributeValue> item = new TreeMap<>();
        item.put("symbol", text(symbol));
        item.put("sk", text("bar#1d#" + day));
        item.put("open", number(close));
        item.put("high", number(close.add(BigDecimal.ONE)));
        item.put("low", number(close.subtract(BigDecimal.ONE)));
        item.put("close", number(close));
        item.put("volume", AttributeValue.fromN("1000"));
        item.put("provider", text("alphavantage"));
        item.put("basis", text("raw"));
        item.put("trading_day", text(day.toString()));
        item.put("scheduled_at", text(scheduledAt.toString()));
        runDay.ifPresent(run -> item.put("run_day", text(run.toString())));
        return item;
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    private static AttributeValue number(BigDecimal value) {
        return AttributeValue.fromN(value.toPlainString());
    }
}
