package dev.bellwether.alerts;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;

/// An alert's row of the table as the lake's row.
final class AlertJson {
    private static final JsonFactory JSON = new JsonFactory();
    private static final List<String> TEXTS =
            List.of(
                    "alert_id",
                    "symbol",
                    "bar_day",
                    "bar_start",
                    "direction",
                    "status",
                    "severity",
                    "rule_id",
                    "rule",
                    "timeframe",
                    "feed",
                    "basis");
    private static final List<String> NUMBERS =
            List.of("rule_version", "close", "reading", "reference", "previous_close");
    private static final List<String> LAST_TEXTS = List.of("message", "created_at");

    private AlertJson() {}

    /// One line of UTF-8 JSON, ended by a line feed.
    static byte[] write(Item row) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            for (String name : TEXTS) {
                json.writeStringField(name, row.text(name));
            }
            for (String name : NUMBERS) {
                writeNumber(json, name, row.number(name));
            }
            for (String name : LAST_TEXTS) {
                json.writeStringField(name, row.text(name));
            }
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("Writing an alert to memory failed", e);
        }
        return out.toByteArray();
    }

    // Plain notation: not every reader of the lake takes 1E+2 for a decimal.
    private static void writeNumber(JsonGenerator json, String field, BigDecimal value)
            throws IOException {
        json.writeFieldName(field);
        json.writeNumber(value.toPlainString());
    }
}
