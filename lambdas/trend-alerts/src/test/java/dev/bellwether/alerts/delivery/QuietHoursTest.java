package dev.bellwether.alerts.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuietHoursTest {
    @ParameterizedTest
    @CsvSource({
        // New York is 4 hours behind in summer.
        "22:00-07:00, 2025-07-01T01:59:59Z, false",
        "22:00-07:00, 2025-07-01T02:00:00Z, true",
        "22:00-07:00, 2025-07-01T04:00:00Z, true",
        "22:00-07:00, 2025-07-01T10:59:59Z, true",
        "22:00-07:00, 2025-07-01T11:00:00Z, false",
        // And 5 in winter.
        "22:00-07:00, 2025-12-01T02:59:59Z, false",
        "22:00-07:00, 2025-12-01T03:00:00Z, true",
        "22:00-07:00, 2025-12-01T11:59:59Z, true",
        "22:00-07:00, 2025-12-01T12:00:00Z, false",
        // Clocks go forward on 2025-03-09 at 2:00: the night is an hour shorter.
        "22:00-07:00, 2025-03-09T03:00:00Z, true",
        "22:00-07:00, 2025-03-09T10:59:59Z, true",
        "22:00-07:00, 2025-03-09T11:00:00Z, false",
        "02:15-02:45, 2025-03-09T07:30:00Z, false",
        // And back on 2025-11-02 at 2:00: one o'clock comes twice.
        "01:15-01:45, 2025-11-02T05:30:00Z, true",
        "01:15-01:45, 2025-11-02T06:30:00Z, true",
        "01:15-01:45, 2025-11-02T07:30:00Z, false",
        "12:00-13:00, 2025-07-01T15:59:59Z, false",
        "12:00-13:00, 2025-07-01T16:00:00Z, true",
        "12:00-13:00, 2025-07-01T17:00:00Z, false"
    })
    void theHoursAreThoseOfNewYorksClocks(String hours, Instant at, boolean quiet) {
        assertThat(QuietHours.of(hours).include(at)).isEqualTo(quiet);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "22:00", "22:00-22:00", "22-7", "24:00-07:00", "22:00-07:00-08:00"})
    void otherTextsAreRefused(String text) {
        assertThatThrownBy(() -> QuietHours.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'");
    }
}
