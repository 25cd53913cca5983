package dev.bellwether.local.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonTest {
    @Test
    void numbersKeepEveryDigitAndHaveNoExponent() {
        assertThat(Json.text(Json.parse("{\"price\": 0.00000010}")))
                .isEqualTo("{\"price\":0.00000010}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{} more", "{}}", "{\"a\": 1", "more"})
    void whatIsNotJsonToItsEndIsRefused(String text) {
        assertThatThrownBy(() -> Json.parse(text)).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> Json.parse(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UncheckedIOException.class);
    }
}
