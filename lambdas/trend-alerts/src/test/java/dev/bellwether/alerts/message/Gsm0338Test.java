package dev.bellwether.alerts.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Gsm0338Test {
    /// 128 codes of the default alphabet, one of which is the escape to the extension table, which
    /// has ten characters (3GPP TS 23.038, 6.2.1 and 6.2.1.1).
    @Test
    void theAlphabetHasTheSizeOfTheStandards() {
        assertThat(characters(1)).isEqualTo(127);
        assertThat(characters(2)).isEqualTo(10);
    }

    private static long characters(int places) {
        return IntStream.rangeClosed(0, Character.MAX_VALUE)
                .filter(character -> Gsm0338.places(String.valueOf((char) character)) == places)
                .count();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "plain text, 1.5 %|plain text, 1.5 %",
                "Überraschung|Überraschung",
                "façade|facade",
                "Ça va, déjà|Ça va, déjà",
                "naïve|naive",
                "crossed ✓|crossed ?",
                "‘quoted’ – “so”…|'quoted' - \"\"so\"\"...",
                "`|?",
                "½|?",
                "😀|?",
                "[x] {y} €|[x] {y} €"
            })
    void aTextIsSpeltInTheAlphabet(String text, String spelt) {
        assertThat(Gsm0338.spell(text)).isEqualTo(spelt.replace("\"\"", "\""));
        assertThat(Gsm0338.isAlphabet(Gsm0338.spell(text))).isTrue();
    }

    @Test
    void theExtensionTakesTwoPlaces() {
        assertThat(Gsm0338.places("[€]")).isEqualTo(6);
        assertThat(Gsm0338.places("a€")).isEqualTo(3);
    }

    @Test
    void whatFitsIsLeftAlone() {
        assertThat(Gsm0338.fit("x".repeat(150), " end.")).isEqualTo("x".repeat(150) + " end.");
        assertThat(Gsm0338.fit("x".repeat(155), " end.")).hasSize(160).doesNotContain("...");
    }

    @Test
    void whatDoesNotFitIsCutBeforeTheEnding() {
        assertThat(Gsm0338.fit("x".repeat(156), " end.")).hasSize(160).endsWith("xxx... end.");
        assertThat(Gsm0338.places(Gsm0338.fit("€".repeat(200), " end."))).isBetween(158, 160);
    }
}
