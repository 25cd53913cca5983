package dev.bellwether.alerts.message;

import java.util.HashMap;
import java.util.Map;

/// Alert rows as the table holds them.
public final class Rows {
    private Rows() {}

    /// A row with all attributes of the data contract.
    public static Map<String, String> fired(String alertId) {
        Map<String, String> row = new HashMap<>();
        row.put("symbol", "AAPL");
        row.put("sk", "alert#2025-10-29T04:00:00Z#" + alertId);
        row.put("alert_id", alertId);
        row.put("rule_id", "sma-daily");
        row.put("rule_version", "3");
        row.put("rule", "sma-crossover:5,20");
        row.put("timeframe", "1d");
        row.put("feed", "alphavantage");
        row.put("basis", "raw");
        row.put("bar_start", "2025-10-29T04:00:00Z");
        row.put("bar_day", "2025-10-29");
        row.put("direction", "up");
        row.put("severity", "warning");
        row.put("close", "269.7");
        row.put("reading", "267.512");
        row.put("reference", "266");
        row.put("previous_close", "269");
        row.put("day_low", "267.11");
        row.put("day_high", "271.41");
        row.put(
                "message",
                "AAPL: SMA-5 crossed above SMA-20 on 2025-10-29. Close 269.70. Not investment advice.");
        row.put("created_at", "2025-10-30T04:00:00Z");
        row.put("status", "fired");
        return row;
    }

    /// The row with other attributes; an empty value takes one away.
    public static Map<String, String> with(Map<String, String> row, String... namesAndValues) {
        Map<String, String> other = new HashMap<>(row);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1].isEmpty()) {
                other.remove(namesAndValues[i]);
            } else {
                other.put(namesAndValues[i], namesAndValues[i + 1]);
            }
        }
        return other;
    }
}
