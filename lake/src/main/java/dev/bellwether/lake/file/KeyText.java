package dev.bellwether.lake.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Blots out a provider's key in a file that is to be stored: where Alpha Vantage's daily limit
/// repeats it, and in addresses. X's of equal length take its place, so that lines and sizes stay.
public final class KeyText {
    private static final Pattern KEY =
            Pattern.compile("(?i)(?:(?<=api key as )|(?<=apikey=)|(?<=api_key=))[A-Za-z0-9_-]{4,}");

    private KeyText() {}

    /// The bytes without keys; the same bytes where there are none.
    public static byte[] redact(byte[] bytes) {
        // Latin-1 maps each byte to one character and back, so bytes that are not text survive.
        Matcher found = KEY.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        byte[] redacted = bytes.clone();
        while (found.find()) {
            Arrays.fill(redacted, found.start(), found.end(), (byte) 'X');
        }
        return redacted;
    }
}
