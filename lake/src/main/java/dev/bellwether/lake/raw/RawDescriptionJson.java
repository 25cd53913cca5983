package dev.bellwether.lake.raw;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bellwether.lake.file.LabelConvention;
import dev.bellwether.lake.raw.RawDescription.Decided;
import dev.bellwether.lake.raw.RawDescription.Fetched;
import dev.bellwether.lake.raw.RawDescription.Imported;
import dev.bellwether.market.Provider;
import dev.bellwether.market.Symbol;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/// Descriptions of raw objects as JSON. Field `source` tells `fetch`, `import` and `decision`
/// apart; one without it is of a fetch.
public final class RawDescriptionJson {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String CONFIRMED_MOVE = "confirmed-move";

    private RawDescriptionJson() {}

    /// The description in the bytes. IllegalArgumentException, with the reason, when there is none.
    public static RawDescription read(byte[] json) {
        try {
            return read(JSON.readTree(json));
        } catch (JacksonException | DateTimeException e) {
            throw new IllegalArgumentException(
                    "This is no description of a raw object: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("Bytes in memory cannot fail to be read", e);
        }
    }

    /// The bytes of a decision.
    public static byte[] write(Decided decision) {
        return JSON.createObjectNode()
                .put("source", "decision")
                .put("decision", CONFIRMED_MOVE)
                .put("symbol", decision.symbol().value())
                .put("trading_day", decision.tradingDay().toString())
                .put("decided_at", decision.decidedAt().toString())
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static RawDescription read(JsonNode json) {
        String source = json.path("source").asText("fetch");
        return switch (source) {
            case "fetch" ->
                    new Fetched(
                            Provider.of(text(json, "provider")),
                            Symbol.of(text(json, "symbol")),
                            json.path("status").asInt(),
                            text(json, "sha256"),
                            Instant.parse(text(json, "scheduled_at")),
                            Instant.parse(text(json, "fetched_at")),
                            findText(json, "key_id"));
            case "import" ->
                    new Imported(
                            Provider.of(text(json, "provider")),
                            Symbol.of(text(json, "symbol")),
                            findText(json, "labels")
                                    .map(labels ->
                                            LabelConvention.valueOf(
                                                    labels.toUpperCase(Locale.ROOT))),
                            text(json, "sha256"),
                            Instant.parse(text(json, "imported_at")),
                            findText(json, "fetched_at").map(Instant::parse));
            case "decision" -> decided(json);
            default ->
                    throw new IllegalArgumentException(
                            "A raw object's source is fetch, import or decision, not '%s'"
                                    .formatted(source));
        };
    }

    private static Decided decided(JsonNode json) {
        String decision = findText(json, "decision").orElse(CONFIRMED_MOVE);
        if (!decision.equals(CONFIRMED_MOVE)) {
            throw new IllegalArgumentException("There is no decision '%s'".formatted(decision));
        }
        return new Decided(
                Symbol.of(text(json, "symbol")),
                LocalDate.parse(text(json, "trading_day")),
                Instant.parse(text(json, "decided_at")));
    }

    private static String text(JsonNode json, String field) {
        return findText(json, field)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "A raw object's description has no field " + field));
    }

    private static Optional<String> findText(JsonNode json, String field) {
        return Optional.ofNullable(json.get(field))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText);
    }
}
