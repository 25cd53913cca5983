package dev.bellwether.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Blots out one key wherever it occurs: as it is, in the other case, percent-encoded (also twice),
/// JSON- or HTML-escaped, in UTF-16. Each occurrence becomes X's of equal length, so that sizes and
/// offsets stay true.
public final class Redaction {
    private static final String OPTIONAL_ZERO_BYTES = "\\x00*";

    private final Pattern key;

    private Redaction(Pattern key) {
        this.key = key;
    }

    /// The redaction of a call that carries no key: it changes nothing.
    public static Redaction none() {
        return new Redaction(Pattern.compile("(?!)"));
    }

    /// The redaction of a call that carries this key.
    public static Redaction of(ApiKey key) {
        StringBuilder pattern = new StringBuilder();
        for (char c : key.reveal().toCharArray()) {
            if (!pattern.isEmpty()) {
                pattern.append(OPTIONAL_ZERO_BYTES);
            }
            pattern.append(spellings(c));
        }
        return new Redaction(Pattern.compile(pattern.toString(), Pattern.CASE_INSENSITIVE));
    }

    /// These bytes without the key, and how often it was in them.
    public RedactedBytes redact(byte[] bytes) {
        // Latin-1 maps each byte to one character and back, so bytes that are not text survive.
        Matcher found = key.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        byte[] redacted = bytes.clone();
        int occurrences = 0;
        while (found.find()) {
            occurrences++;
            Arrays.fill(redacted, found.start(), found.end(), (byte) 'X');
        }
        return new RedactedBytes(redacted, occurrences);
    }

    /// This text without the key.
    public String redact(String text) {
        return key.matcher(text).replaceAll(found -> "X".repeat(found.group().length()));
    }

    private static String spellings(char c) {
        String literal = Pattern.quote(String.valueOf(c));
        String hex = "%02x".formatted((int) c);
        String html = "&#(?:0*" + (int) c + "|x0*" + hex + ");";
        String named =
                switch (c) {
                    case '&' -> "|&amp;";
                    case '<' -> "|&lt;";
                    case '>' -> "|&gt;";
                    case '"' -> "|&quot;";
                    case '\'' -> "|&apos;";
                    default -> "";
                };
        return "(?:%(?:25)*"
                + hex
                + "|\\\\+u00"
                + hex
                + "|"
                + html
                + named
                + "|"
                + escaped(c)
                + literal
                + ")";
    }

    private static String escaped(char c) {
        return c == '/' || c == '"' || c == '\\' || c == '\'' ? "\\\\*" : "";
    }

    /// Bytes that may be stored.
    ///
    /// @param occurrences how often the key was found in them
    public record RedactedBytes(byte[] bytes, int occurrences) {}
}
