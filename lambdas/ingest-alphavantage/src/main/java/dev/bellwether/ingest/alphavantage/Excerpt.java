package dev.bellwether.ingest.alphavantage;

/// The beginning of a text that may be long. The whole of it is in the raw zone.
final class Excerpt {
    private Excerpt() {}

    /// At most `limit` characters, never half of a surrogate pair, which could not be stored.
    static String of(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        return text.substring(
                0, Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit);
    }
}
