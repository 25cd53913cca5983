package dev.bellwether.alerts.message;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/// A message as programs get it, and the small JSON forms around it.
public final class NoticeJson {
    /// Version of the form; another meaning of a field would be another version.
    public static final int SCHEMA_VERSION = 1;

    private static final JsonFactory JSON = new JsonFactory();

    private NoticeJson() {}

    /// The body of a webhook's request.
    public static byte[] webhook(Outgoing message) {
        return write(json -> {
            json.writeStartObject();
            json.writeNumberField("schema_version", SCHEMA_VERSION);
            json.writeStringField("kind", message.kind().id());
            json.writeStringField("id", message.id());
            json.writeStringField("idempotency_key", message.idempotencyKey());
            switch (message) {
                case AlertNotice notice -> writeAlert(json, notice);
                case Digest digest -> {
                    json.writeArrayFieldStart("alerts");
                    for (AlertNotice notice : digest.notices()) {
                        json.writeStartObject();
                        json.writeStringField("kind", notice.kind().id());
                        writeAlert(json, notice);
                        json.writeEndObject();
                    }
                    json.writeEndArray();
                }
                case TestNotice test -> json.writeStringField("at", test.at().toString());
            }
            json.writeStringField("disclaimer", Texts.DISCLAIMER);
            json.writeEndObject();
        });
    }

    /// The body that Slack's incoming webhooks take, and those of others that are made like them.
    ///
    /// <https://docs.slack.dev/messaging/formatting-message-text>: three characters are escaped.
    public static byte[] chat(String text) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return write(json -> {
            json.writeStartObject();
            json.writeStringField("text", escaped);
            json.writeEndObject();
        });
    }

    /// An object of texts, in the map's order.
    public static byte[] texts(Map<String, String> fields) {
        return write(json -> {
            json.writeStartObject();
            for (Map.Entry<String, String> field : fields.entrySet()) {
                json.writeStringField(field.getKey(), field.getValue());
            }
            json.writeEndObject();
        });
    }

    /// A list of texts.
    public static byte[] list(Iterable<String> elements) {
        return write(json -> {
            json.writeStartArray();
            for (String element : elements) {
                json.writeString(element);
            }
            json.writeEndArray();
        });
    }

    private static void writeAlert(JsonGenerator json, AlertNotice notice) throws IOException {
        json.writeStringField("alert_id", notice.alertId());
        json.writeStringField("symbol", notice.symbol());
        json.writeStringField("rule_id", notice.ruleId());
        json.writeNumberField("rule_version", notice.ruleVersion());
        json.writeStringField("rule", notice.rule());
        json.writeStringField("timeframe", notice.timeframe());
        json.writeStringField("feed", notice.feed());
        json.writeStringField("direction", notice.direction());
        json.writeStringField("severity", notice.severity().id());
        json.writeStringField("bar_start", notice.barStart().toString());
        json.writeStringField("bar_day", notice.barDay().toString());
        writeNumber(json, "close", Optional.of(notice.close()));
        writeNumber(json, "reading", notice.reading());
        writeNumber(json, "reference", notice.reference());
        writeNumber(json, "previous_close", notice.previousClose());
        writeNumber(json, "day_low", notice.dayLow());
        writeNumber(json, "day_high", notice.dayHigh());
        json.writeStringField("message", notice.message());
        json.writeStringField("since", notice.since().toString());
        json.writeStringField("created_at", notice.createdAt().toString());
        json.writeStringField("at", notice.at().toString());
    }

    private static void writeNumber(JsonGenerator json, String field, Optional<BigDecimal> value)
            throws IOException {
        json.writeFieldName(field);
        if (value.isPresent()) {
            json.writeNumber(value.get().toPlainString());
        } else {
            json.writeNull();
        }
    }

    @FunctionalInterface
    private interface Content {
        void write(JsonGenerator json) throws IOException;
    }

    private static byte[] write(Content content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            content.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing a message to memory failed", e);
        }
        return out.toByteArray();
    }
}
