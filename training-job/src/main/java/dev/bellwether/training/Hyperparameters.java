package dev.bellwether.training;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// What a training job is told. SageMaker hands every value over as text.
///
/// @param runDay newest session to know about; later bars are left out
/// @param createdAt logical time of the run, which every forecast carries: by default when the
///   newest of its data was known
/// @param knownAt when the newest of its data was known
/// @param dataSha256 hash of the training set that the job has to find in its channels
/// @param lakeBucket bucket that forecasts and scores are put into; without it they are in the
///   model's folder only
/// @param horizonSessions how many sessions ahead the close is forecast
/// @param seed recorded with the model; the canaries have seeds of their own
/// @param minRows least number of usable samples that a model is fitted to
public record Hyperparameters(
        LocalDate runDay,
        Instant createdAt,
        Optional<Instant> knownAt,
        Optional<String> dataSha256,
        Optional<String> lakeBucket,
        int horizonSessions,
        long seed,
        int minRows) {
    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
    private static final String INSTANT = "an instant such as 2025-10-30T04:10:00Z";
    private static final int MOST_SESSIONS_AHEAD = 20;
    private static final int LEAST_MIN_ROWS = 60;
    private static final int MOST_MIN_ROWS = 1_000_000;

    /// Reads `run_day`, `known_at` or `created_at` or both and, if given, `data_sha256`,
    /// `lake_bucket`, `horizon_sessions` (1), `seed` (0) and `min_rows` (120). Others are ignored.
    /// Throws [TrainingFailure] that names the first missing or malformed one.
    static Hyperparameters from(JsonNode json) {
        if (!json.isObject()) {
            throw new TrainingFailure("The hyperparameters are no JSON object");
        }
        LocalDate runDay = required(json, "run_day", "a day such as 2025-10-29", LocalDate::parse);
        Optional<Instant> knownAt = find(json, "known_at", INSTANT, Instant::parse);
        Optional<Instant> createdAt = find(json, "created_at", INSTANT, Instant::parse);
        return new Hyperparameters(
                runDay,
                createdAt
                        .or(() -> knownAt)
                        .orElseThrow(() ->
                                new TrainingFailure(
                                        "Hyperparameter known_at is missing, and created_at too: one of them must be "
                                                + INSTANT)),
                knownAt,
                find(json, "data_sha256", "64 hex digits", text -> matching(text, SHA_256)),
                find(json, "lake_bucket", "a bucket's name", text -> matching(text, BUCKET)),
                optional(
                        json,
                        "horizon_sessions",
                        "a whole number from 1 to " + MOST_SESSIONS_AHEAD,
                        text -> between(text, 1, MOST_SESSIONS_AHEAD),
                        1),
                optional(json, "seed", "a whole number", Long::parseLong, 0L),
                optional(
                        json,
                        "min_rows",
                        "a whole number from %d to %d".formatted(LEAST_MIN_ROWS, MOST_MIN_ROWS),
                        text -> between(text, LEAST_MIN_ROWS, MOST_MIN_ROWS),
                        120));
    }

    private static <T> T required(
            JsonNode json, String name, String form, Function<String, T> parse) {
        return find(json, name, form, parse)
                .orElseThrow(() ->
                        new TrainingFailure(
                                "Hyperparameter %s is missing: it must be %s"
                                        .formatted(name, form)));
    }

    private static <T> T optional(
            JsonNode json, String name, String form, Function<String, T> parse, T otherwise) {
        return find(json, name, form, parse).orElse(otherwise);
    }

    private static <T> Optional<T> find(
            JsonNode json, String name, String form, Function<String, T> parse) {
        JsonNode value = json.get(name);
        if (value == null) {
            return Optional.empty();
        }
        try {
            if (value.isTextual()) {
                return Optional.of(parse.apply(value.textValue()));
            }
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new TrainingFailure(malformed(name, value, form), e);
        }
        throw new TrainingFailure(malformed(name, value, form));
    }

    private static String malformed(String name, JsonNode value, String form) {
        return "Hyperparameter %s is %s: it must be %s, as text".formatted(name, value, form);
    }

    private static String matching(String text, Pattern form) {
        if (!form.matcher(text).matches()) {
            throw new IllegalArgumentException("'%s' is not %s".formatted(text, form));
        }
        return text;
    }

    private static int between(String text, int least, int most) {
        int number = Integer.parseInt(text);
        if (number < least || number > most) {
            throw new IllegalArgumentException(
                    "%d is not from %d to %d".formatted(number, least, most));
        }
        return number;
    }
}
