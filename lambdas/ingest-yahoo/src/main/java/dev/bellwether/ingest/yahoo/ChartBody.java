package dev.bellwether.ingest.yahoo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bellwether.ingest.HttpAnswer;
import dev.bellwether.ingest.ProviderFailure;
import dev.bellwether.ingest.ProviderFailure.Auth;
import dev.bellwether.ingest.ProviderFailure.BadRequest;
import dev.bellwether.ingest.ProviderFailure.Empty;
import dev.bellwether.ingest.ProviderFailure.Malformed;
import dev.bellwether.ingest.ProviderFailure.Throttled;
import dev.bellwether.ingest.ProviderFailure.Transient;
import dev.bellwether.ingest.ProviderFailure.UnknownSymbol;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;

/// Tells a chart from everything else that Yahoo answers with: JSON errors, plain text when it
/// refuses an address, HTML.
sealed interface ChartBody {
    /// Numbers keep their digits; the provider's are binary fractions anyway, and are rounded once,
    /// later.
    JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    /// Blocked addresses were let in again after 15 minutes at the earliest.
    Duration BLOCKED_FOR = Duration.ofMinutes(15);

    /// `chart.result[0]`.
    record Chart(JsonNode result) implements ChartBody {}

    /// No chart.
    record Failure(ProviderFailure failure) implements ChartBody {}

    static ChartBody of(HttpAnswer answer) {
        String text = new String(answer.body(), StandardCharsets.UTF_8).strip();
        if (answer.status() == 429 || text.contains("Too Many Requests")) {
            return new Failure(
                    new Throttled(
                            Objects.requireNonNullElse(answer.retryAfter(), BLOCKED_FOR),
                            "the provider refuses calls for now"));
        }
        if (answer.status() >= 500) {
            return new Failure(new Transient("HTTP status " + answer.status()));
        }
        if (!text.startsWith("{")) {
            return new Failure(
                    new Malformed(
                            "%s under HTTP status %d"
                                    .formatted(
                                            text.startsWith("<") ? "an HTML page" : "no JSON",
                                            answer.status())));
        }
        try {
            return of(JSON.readTree(text), answer.status());
        } catch (JsonProcessingException _) {
            return new Failure(new Malformed("the body starts as JSON and is none"));
        }
    }

    private static ChartBody of(JsonNode json, int status) {
        JsonNode error = json.path("chart").path("error");
        if (error.isMissingNode()) {
            error = json.path("finance").path("error");
        }
        if (error.isObject()) {
            return new Failure(
                    failure(error.path("code").asText(), error.path("description").asText()));
        }
        if (status != 200) {
            return new Failure(new BadRequest("HTTP status " + status));
        }
        JsonNode result = json.path("chart").path("result").path(0);
        return result.isObject()
                ? new Chart(result)
                : new Failure(new Empty("a chart without a result"));
    }

    private static ProviderFailure failure(String code, String description) {
        String detail = code + ", " + description;
        return switch (code) {
            case "Not Found" -> new UnknownSymbol(detail);
            case "Unauthorized" -> new Auth(detail);
            default -> new BadRequest(detail);
        };
    }
}
