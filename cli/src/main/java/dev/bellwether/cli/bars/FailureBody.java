package dev.bellwether.cli.bars;

import java.util.Set;
import java.util.regex.Pattern;

/// What providers answer in the place of data, often with HTTP's status 200, so that it ends up in
/// files.
final class FailureBody {
    private static final Set<String> KEYS =
            Set.of("Note", "Information", "Error Message", "error", "message");

    /// What Yahoo wraps answers in, good and bad ones.
    private static final Set<String> ENVELOPES = Set.of("chart", "finance");

    private static final int LONGEST = 160;

    /// Alpha Vantage's texts repeat the caller's key, which is of this form.
    private static final Pattern KEY = Pattern.compile("\\b[A-Z0-9]{12,}\\b");

    private FailureBody() {}

    static boolean isFailure(String key) {
        return KEYS.contains(key);
    }

    static boolean isEnvelope(String key) {
        return ENVELOPES.contains(key);
    }

    /// The text's beginning without anything that could be a key.
    static String excerpt(String text) {
        String safe = KEY.matcher(text).replaceAll("XXXX");
        return safe.length() <= LONGEST ? safe : safe.substring(0, LONGEST) + "...";
    }
}
