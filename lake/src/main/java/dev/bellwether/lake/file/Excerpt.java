package dev.bellwether.lake.file;

import java.util.List;
import java.util.regex.Pattern;

/// What may be shown of a text out of a file: its beginning in one line, without anything that
/// could be a key. Alpha Vantage's texts repeat the caller's.
final class Excerpt {
    private static final int LONGEST = 300;
    private static final String BLOTTED = "XXXX";

    private static final List<Pattern> KEYS =
            List.of(
                    Pattern.compile("(?i)(?<=api key as )[^\\s\"]+"),
                    Pattern.compile(
                            "(?i)(?<=(?:apikey|api_key|api-key|token|secret|crumb|key-id)[=:])[^&\\s\"]+"),
                    Pattern.compile("(?i)(?<=bearer )[^\\s\"]+"),
                    Pattern.compile("\\b[A-Z0-9]{12,}\\b(?<![0-9]{12,40})"),
                    Pattern.compile(
                            "\\b(?=[A-Za-z0-9+/_]{0,80}[0-9])(?=[A-Za-z0-9+/_]{0,80}[A-Z])(?=[A-Za-z0-9+/_]{0,80}[a-z])[A-Za-z0-9+/_]{20,}"));

    private Excerpt() {}

    static String of(String text) {
        String safe =
                text.length() > 4 * LONGEST ? text.substring(0, 4 * LONGEST).strip() : text.strip();
        for (Pattern key : KEYS) {
            safe = key.matcher(safe).replaceAll(BLOTTED);
        }
        safe = safe.replaceAll("\\s+", " ");
        return safe.length() <= LONGEST ? safe : safe.substring(0, LONGEST) + "...";
    }
}
