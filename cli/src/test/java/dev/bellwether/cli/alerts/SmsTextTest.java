package dev.bellwether.cli.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmsTextTest {
    @ParameterizedTest
    @CsvSource({
        "a,160,1", "a,161,2", "a,306,2", "a,307,3", "[,80,1", "[,81,2", "→,70,1", "→,71,2",
        "→,135,3"
    })
    void aTextIsSentInParts(String character, int count, int parts) {
        assertThat(new SmsText(character.repeat(count)).parts()).isEqualTo(parts);
    }

    @Test
    void partsCostTheirPrice() {
        assertThat(SmsText.usd(10)).isEqualByComparingTo("0.06");
    }

    @Test
    void aLengthOfTimeEndsWithTheLastDay() {
        LocalDate last = LocalDate.of(2026, 11, 25);

        assertThat(LookBack.parse("90d").firstDay(last)).isEqualTo(LocalDate.of(2026, 8, 28));
        assertThat(LookBack.parse("1w").firstDay(last)).isEqualTo(LocalDate.of(2026, 11, 19));
        assertThat(LookBack.parse("1y").firstDay(last)).isEqualTo(LocalDate.of(2025, 11, 26));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "90", "d", "0d", "-5d", "90m", "1.5y", "999999d"})
    void whatIsNoLengthOfTimeIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> LookBack.parse(text));
    }
}
