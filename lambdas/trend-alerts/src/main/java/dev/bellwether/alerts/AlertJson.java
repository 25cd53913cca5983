package dev.bellwether.alerts;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;

/// An alert as the lake's row.
final class AlertJson {
    private static final JsonFactory JSON = new JsonFactory();

    private AlertJson() {}

    /// One line of UTF-8 JSON, ended by a line feed.
    static byte[] write(Alert alert) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(512);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("alert_id", alert.id());
            json.writeStringField("symbol", alert.symbol().value());
            json.writeStringField("bar_day", alert.barDay().toString());
            json.writeStringField("direction", alert.direction().id());
            writeNumber(json, "close", alert.close());
            writeNumber(json, "sma_fast", alert.smaFast());
            writeNumber(json, "sma_slow", alert.smaSlow());
            json.writeStringField("rule", alert.rule());
            json.writeStringField("message", alert.message());
            json.writeStringField("created_at", alert.createdAt().toString());
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
