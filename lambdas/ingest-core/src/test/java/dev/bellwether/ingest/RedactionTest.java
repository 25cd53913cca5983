package dev.bellwether.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    private static final String KEY = "PLACEHOLDERKEY42";
    private static final Redaction REDACTION = Redaction.of(new ApiKey(KEY));
    private static final Redaction OF_ODD_KEY = Redaction.of(new ApiKey("a+b/c=\"d\\"));

    @Test
    void everyOccurrenceBecomesAsManyXs() {
        Redaction.RedactedBytes redacted =
                REDACTION.redact(bytes("key as " + KEY + ", again " + KEY + "."));

        assertThat(text(redacted.bytes()))
                .isEqualTo("key as XXXXXXXXXXXXXXXX, again XXXXXXXXXXXXXXXX.");
        assertThat(redacted.occurrences()).isEqualTo(2);
    }

    @Test
    void bytesWithoutTheKeyStayAsTheyAre() {
        byte[] bytes = new byte[256];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }

        assertThat(REDACTION.redact(bytes).bytes()).isEqualTo(bytes);
        assertThat(REDACTION.redact(bytes).occurrences()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a+b/c=\"d\\",
                "a%2Bb%2Fc%3D%22d%5C",
                "a%2bb%2fc%3d%22d%5c",
                "%61%2B%62%2f%63%3D%22%64%5c",
                "a%252Bb%252Fc%253D%2522d%255C",
                "a+b\\/c=\\\"d\\\\",
                "a\\u002Bb\\u002fc\\u003d\\u0022d\\u005C",
                "\\u0061\\u002b\\u0062\\u002f\\u0063\\u003d\\u0022\\u0064\\u005c",
                "a&#43;b&#47;c&#x3D;&quot;d&#92;",
                "A+B/C=\"D\\"
            })
    void theKeyIsFoundInEverySpelling(String spelling) {
        String body = "{\"m\":\"<" + spelling + ">\"}";

        assertThat(OF_ODD_KEY.redact(body))
                .isEqualTo("{\"m\":\"<" + "X".repeat(spelling.length()) + ">\"}");
        assertThat(text(OF_ODD_KEY.redact(bytes(body)).bytes())).isEqualTo(OF_ODD_KEY.redact(body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE"})
    void theKeyIsFoundInWideText(String charset) {
        byte[] body = ("say " + KEY + " twice").getBytes(Charset.forName(charset));

        Redaction.RedactedBytes redacted = REDACTION.redact(body);

        assertThat(redacted.occurrences()).isEqualTo(1);
        assertThat(redacted.bytes()).hasSameSizeAs(body);
        assertThat(text(redacted.bytes()).replace("\0", "")).doesNotContain(KEY).contains("say X");
    }

    @Test
    void withoutAKeyNothingChanges() {
        assertThat(Redaction.none().redact("")).isEmpty();
        assertThat(Redaction.none().redact(bytes("abc")).occurrences()).isZero();
    }

    @Test
    void whiteSpaceAroundAStoredKeyIsNoPartOfIt() {
        assertThat(new ApiKey(" " + KEY + "\n").reveal()).isEqualTo(KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "two words", "sch\u00fcssel"})
    void aTextThatCannotBeAKeyIsRefusedWithoutRepeatingIt(String value) {
        assertThatThrownBy(() -> new ApiKey(value))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .startsWith("The provider key ")
                .matches(message -> value.isEmpty() || !message.contains(value));
    }

    @Test
    void aKeyDoesNotShowItself() {
        assertThat(new ApiKey(KEY).toString()).doesNotContain(KEY);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
