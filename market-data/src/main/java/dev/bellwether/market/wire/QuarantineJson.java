package dev.bellwether.market.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.bellwether.market.QuarantineRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// Rejected records as JSON lines.
public final class QuarantineJson {
    private static final JsonFactory JSON = new JsonFactory();

    private QuarantineJson() {}

    /// One line of UTF-8 JSON a record, each ended by a line feed.
    public static byte[] write(List<QuarantineRecord> records) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(512);
        for (QuarantineRecord record : records) {
            try (JsonGenerator json = JSON.createGenerator(out)) {
                json.writeStartObject();
                json.writeStringField("quarantine_id", record.id());
                json.writeStringField("source", record.source());
                json.writeStringField("symbol", record.symbol());
                json.writeStringField("reason", record.reason().id());
                json.writeStringField("detail", record.detail());
                json.writeStringField("record", record.record());
                json.writeStringField("raw_key", record.rawKey());
                json.writeStringField("observed_at", record.observedAt().toString());
                json.writeEndObject();
                json.writeRaw('\n');
            } catch (IOException e) {
                throw new UncheckedIOException("Writing a record to memory failed", e);
            }
        }
        return out.toByteArray();
    }
}
