package dev.bellwether.ingest.alphavantage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bellwether.ingest.HttpAnswer;
import dev.bellwether.ingest.ProviderFailure;
import dev.bellwether.ingest.ProviderFailure.Auth;
import dev.bellwether.ingest.ProviderFailure.BadRequest;
import dev.bellwether.ingest.ProviderFailure.Empty;
import dev.bellwether.ingest.ProviderFailure.Malformed;
import dev.bellwether.ingest.ProviderFailure.NotEntitled;
import dev.bellwether.ingest.ProviderFailure.QuotaExhausted;
import dev.bellwether.ingest.ProviderFailure.Throttled;
import dev.bellwether.ingest.ProviderFailure.Transient;
import dev.bellwether.ingest.ProviderFailure.UnknownSymbol;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/// Tells Alpha Vantage's failures from its data. Every failure comes under HTTP 200 as a JSON text,
/// also where CSV was asked for, and nearly every throttle text advertises premium plans and the
/// daily limit. So what decides is the body, by phrases that only one failure has, in this order.
final class FailureBody {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration BURST_WAIT = Duration.ofMillis(1200);
    private static final Duration MINUTE_WAIT = Duration.ofSeconds(60);
    // The word "demo" is the key itself then, and may have been blotted out.
    private static final Pattern DEMO_KEY = Pattern.compile("api key is for .{4,8} purposes only");
    private static final int DETAIL_LIMIT = 400;

    private FailureBody() {}

    /// The failure that this answer is, or nothing when it may be data.
    static Optional<ProviderFailure> find(HttpAnswer answer) {
        String text = BodyText.of(answer.body());
        String start = text.stripLeading();
        if (start.startsWith("{") || start.startsWith("[")) {
            return Optional.of(ofJson(start, answer));
        }
        if (answer.status() != 200) {
            return Optional.of(ofStatus(answer));
        }
        if (start.startsWith("<")) {
            return Optional.of(new Malformed("an HTML page instead of CSV"));
        }
        return Optional.empty();
    }

    private static ProviderFailure ofStatus(HttpAnswer answer) {
        String detail = "HTTP status " + answer.status();
        if (answer.status() == 429) {
            return new Throttled(
                    Objects.requireNonNullElse(answer.retryAfter(), MINUTE_WAIT), detail);
        }
        return answer.status() >= 500 ? new Transient(detail) : new BadRequest(detail);
    }

    private static ProviderFailure ofJson(String text, HttpAnswer answer) {
        JsonNode json;
        try {
            json = JSON.readTree(text);
        } catch (JsonProcessingException _) {
            return new Malformed("the body starts as JSON and is none");
        }
        String message = message(json);
        if (!message.isEmpty()) {
            return ofMessage(message);
        }
        if (answer.status() != 200) {
            return ofStatus(answer);
        }
        return json.isEmpty() || json.path("Global Quote").isObject()
                ? new Empty("an empty JSON object instead of CSV")
                : new Malformed("JSON instead of CSV");
    }

    private static String message(JsonNode json) {
        for (String name : new String[] {"Error Message", "Information", "Note"}) {
            if (json.path(name).isTextual()) {
                return json.path(name).asText();
            }
        }
        return "";
    }

    private static ProviderFailure ofMessage(String message) {
        String detail = Excerpt.of(message, DETAIL_LIMIT);
        String text = message.toLowerCase(Locale.ROOT);
        if (text.contains("parameter apikey") || DEMO_KEY.matcher(text).find()) {
            return new Auth(detail);
        }
        if (text.contains("is a premium endpoint") || text.contains("is a premium feature")) {
            return new NotEntitled(detail);
        }
        if (text.contains("rate limit is") && text.contains("per day")) {
            return new QuotaExhausted(detail);
        }
        if (text.contains("per second") || text.contains("burst pattern")) {
            return new Throttled(BURST_WAIT, detail);
        }
        if (text.contains("per minute")
                || text.contains("minute-level")
                || text.contains("api call volume")) {
            return new Throttled(MINUTE_WAIT, detail);
        }
        if (text.contains("invalid api call")) {
            return new UnknownSymbol(detail);
        }
        return new BadRequest(detail);
    }
}
