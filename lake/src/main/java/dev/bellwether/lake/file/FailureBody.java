package dev.bellwether.lake.file;

import dev.bellwether.lake.file.FileReading.ProviderFailure;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What providers answer in the place of data, often with HTTP's status 200, so that it ends up in
/// files. What decides is the words, by phrases that only one failure has, in this order: nearly
/// every throttle text advertises premium plans and the daily limit.
final class FailureBody {
    /// Names under which providers say what went wrong: Alpha Vantage, Alpaca, X, Yahoo.
    private static final List<String> TEXTS =
            List.of(
                    "Error Message",
                    "Information",
                    "Note",
                    "message",
                    "error",
                    "errors",
                    "detail",
                    "description",
                    "title",
                    "code");

    /// What Yahoo wraps answers in, good and bad ones.
    private static final List<String> ENVELOPES =
            List.of("chart", "finance", "quoteSummary", "optionChain");

    private static final Set<String> EMPTY_OF = Set.of("Global Quote", "Meta Data", "bars");

    private static final Pattern TITLE =
            Pattern.compile("<title[^>]*>([^<]*)", Pattern.CASE_INSENSITIVE);

    private static final Pattern DEMO_KEY = Pattern.compile("api key is for .{4,8} purposes only");

    /// Longer texts without structure are no answers of a server.
    private static final int LONGEST_PLAIN = 400;

    private static final int LOOKED_AT = 4000;

    private FailureBody() {}

    /// The failure that a JSON value states; empty if it states none.
    static Optional<ProviderFailure> find(JsonValue json) {
        if (json.members().isEmpty()) {
            return json instanceof JsonValue.Fields
                    ? Optional.of(new ProviderFailure("empty", "an empty JSON object"))
                    : Optional.empty();
        }
        for (String envelope : ENVELOPES) {
            Optional<JsonValue> error =
                    json.findFields(envelope)
                            .flatMap(inside -> inside.find("error"))
                            .filter(value ->
                                    !value.members().isEmpty() || value.text().isPresent());
            if (error.isPresent()) {
                return Optional.of(classify(words(error.get())));
            }
        }
        if (isEmptyAnswer(json)) {
            return Optional.of(
                    new ProviderFailure(
                            "empty", "an answer without data, as for an unknown symbol: " + json));
        }
        return TEXTS.stream().anyMatch(name -> json.find(name).isPresent())
                ? Optional.of(classify(words(json)))
                : Optional.empty();
    }

    private static boolean isEmptyAnswer(JsonValue json) {
        return json.members().stream()
                .allMatch(member ->
                        EMPTY_OF.contains(member.name())
                                && member.value() instanceof JsonValue.Fields fields
                                && fields.members().isEmpty());
    }

    /// The failure that a text without JSON is; empty if it may be something else.
    static Optional<ProviderFailure> find(String text) {
        String start = text.strip();
        if (start.startsWith("<")) {
            Matcher title = TITLE.matcher(start);
            return Optional.of(
                    new ProviderFailure(
                            "web-page",
                            "a web page in the place of data"
                                    + (title.find() ? ": " + Excerpt.of(title.group(1)) : "")));
        }
        ProviderFailure known =
                classify(start.length() > LOOKED_AT ? start.substring(0, LOOKED_AT) : start);
        boolean isSentence = start.length() <= LONGEST_PLAIN && start.lines().count() <= 3;
        return isSentence || !known.kind().equals("unknown-failure")
                ? Optional.of(known)
                : Optional.empty();
    }

    private static String words(JsonValue error) {
        StringBuilder words = new StringBuilder();
        for (String name : TEXTS) {
            error.find(name)
                    .map(value -> value.text().orElseGet(value::toString))
                    .filter(text -> words.indexOf(text) < 0)
                    .ifPresent(text -> words.append(words.isEmpty() ? "" : "; ").append(text));
        }
        return words.isEmpty() ? error.text().orElseGet(error::toString) : words.toString();
    }

    /// The failure of a text that is known to be one.
    static ProviderFailure classify(String message) {
        return new ProviderFailure(kind(message.toLowerCase(Locale.ROOT)), Excerpt.of(message));
    }

    private static String kind(String text) {
        if (has(text, "parameter apikey", "forbidden", "unauthorized", "invalid crumb")
                || DEMO_KEY.matcher(text).find()) {
            return "invalid-key";
        }
        if (has(text, "is a premium endpoint", "is a premium feature", "does not permit")) {
            return "premium-endpoint";
        }
        if (has(text, "usage cap", "usagecap", "credits") || isDailyLimit(text)) {
            return text.contains("credits") ? "no-credits" : "daily-limit";
        }
        if (has(
                text,
                "per second",
                "burst pattern",
                "per minute",
                "minute-level",
                "api call volume",
                "too many requests")) {
            return "throttled";
        }
        if (has(text, "invalid api call", "invalid symbol", "no data found", "not found")) {
            return "unknown-symbol";
        }
        return has(text, "unprocessable", "bad request", "invalid request", "must be within")
                ? "bad-request"
                : "unknown-failure";
    }

    private static boolean isDailyLimit(String text) {
        return text.contains("rate limit is") && text.contains("per day");
    }

    private static boolean has(String text, String... phrases) {
        for (String phrase : phrases) {
            if (text.contains(phrase)) {
                return true;
            }
        }
        return false;
    }
}
