package dev.bellwether.market.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bellwether.market.Provider;
import dev.bellwether.market.Quote;
import dev.bellwether.market.Symbol;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;

/// A quote as one JSON object in one line without a line end: the stream's record and the lake's
/// row.
public final class QuoteJson {
    /// Version of the form, in every record.
    public static final int SCHEMA_VERSION = 1;

    private static final int MAX_NUMBER_LENGTH = 40;
    private static final JsonMapper JSON = mapper();

    private QuoteJson() {}

    /// The quote as UTF-8 JSON.
    public static byte[] write(Quote quote) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(256);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("symbol", quote.symbol().value());
            writePrice(json, "open", quote.open());
            writePrice(json, "high", quote.high());
            writePrice(json, "low", quote.low());
            writePrice(json, "price", quote.price());
            writePrice(json, "previous_close", quote.previousClose());
            writePrice(json, "change", quote.change());
            writePrice(json, "change_percent", quote.changePercent());
            json.writeNumberField("volume", quote.volume());
            json.writeStringField("timestamp", quote.timestamp().toString());
            json.writeStringField("provider", quote.provider().id());
            json.writeStringField("feed", quote.feed());
            json.writeNumberField("sequence", quote.sequence());
            json.writeNumberField("schema_version", SCHEMA_VERSION);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing a quote to memory failed", e);
        }
        return out.toByteArray();
    }

    /// The quote in the bytes; fields it does not know are ignored, and a record without
    /// `sequence`, which came later than the form, has 0.
    ///
    /// Throws [InvalidQuoteException] when the bytes are no JSON object, a field is missing or of
    /// another kind, or the figures are impossible.
    public static Quote read(byte[] json) {
        JsonNode node = parse(json);
        BigDecimal version = number(node, "schema_version");
        if (version.compareTo(BigDecimal.valueOf(SCHEMA_VERSION)) != 0) {
            throw new InvalidQuoteException(
                    "schema_version is %s, not %d".formatted(version, SCHEMA_VERSION));
        }
        try {
            return new Quote(
                    Symbol.of(text(node, "symbol")),
                    number(node, "open"),
                    number(node, "high"),
                    number(node, "low"),
                    number(node, "price"),
                    number(node, "previous_close"),
                    number(node, "change"),
                    number(node, "change_percent"),
                    whole(node, "volume"),
                    Instant.parse(text(node, "timestamp")),
                    Provider.of(text(node, "provider")),
                    text(node, "feed"),
                    node.has("sequence") ? whole(node, "sequence") : 0);
        } catch (DateTimeException e) {
            throw new InvalidQuoteException("timestamp is no ISO-8601 instant", e);
        } catch (IllegalArgumentException e) {
            throw new InvalidQuoteException(String.valueOf(e.getMessage()), e);
        }
    }

    private static JsonNode parse(byte[] json) {
        JsonNode node;
        try {
            node = JSON.readTree(json);
        } catch (IOException e) {
            throw new InvalidQuoteException("the record is no JSON", e);
        }
        if (!node.isObject()) {
            throw new InvalidQuoteException("the record is no JSON object");
        }
        return node;
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isTextual()) {
            throw new InvalidQuoteException(field + " is missing or no text");
        }
        return value.textValue();
    }

    private static long whole(JsonNode node, String field) {
        try {
            return number(node, field).longValueExact();
        } catch (ArithmeticException e) {
            throw new InvalidQuoteException(field + " is no whole number in range", e);
        }
    }

    private static BigDecimal number(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isNumber()) {
            throw new InvalidQuoteException(field + " is missing or no number");
        }
        BigDecimal number = value.decimalValue();
        // "1e999999999" is short on the wire and a gigabyte in plain notation.
        if (Math.abs((long) number.scale()) > MAX_NUMBER_LENGTH) {
            throw new InvalidQuoteException(field + " is out of range");
        }
        return number;
    }

    // Plain notation: 1E+2 would be a valid JSON number, but not one every reader of the lake takes
    // for a decimal.
    private static void writePrice(JsonGenerator json, String field, BigDecimal value)
            throws IOException {
        json.writeFieldName(field);
        json.writeNumber(value.toPlainString());
    }

    private static JsonMapper mapper() {
        JsonMapper mapper =
                JsonMapper.builder()
                        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                        .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                        .build();
        mapper.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNumberLength(MAX_NUMBER_LENGTH).build());
        return mapper;
    }
}
