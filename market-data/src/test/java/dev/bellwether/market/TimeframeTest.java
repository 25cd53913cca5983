package dev.bellwether.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TimeframeTest {
    private static final Session FULL = session("2025-10-29");
    private static final Session SHORT = session("2025-11-28");

    @ParameterizedTest
    @EnumSource
    void aTimeframeIsFoundByItsId(Timeframe timeframe) {
        assertThat(Timeframe.of(timeframe.id())).isEqualTo(timeframe);
    }

    @Test
    void anotherIdIsRefusedWithTheOnesThereAre() {
        assertThatThrownBy(() -> Timeframe.of("2m"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no timeframe 2m, only 1m, 5m, 15m, 1d");
    }

    @ParameterizedTest
    @CsvSource({
        "1m, 2025-10-29T13:30:00Z, 2025-10-29T13:30:00Z, 2025-10-29T13:31:00Z",
        "1m, 2025-10-29T13:30:59.999Z, 2025-10-29T13:30:00Z, 2025-10-29T13:31:00Z",
        "1m, 2025-10-29T13:31:00Z, 2025-10-29T13:31:00Z, 2025-10-29T13:32:00Z",
        "5m, 2025-10-29T13:37:11Z, 2025-10-29T13:35:00Z, 2025-10-29T13:40:00Z",
        "15m, 2025-10-29T14:44:59Z, 2025-10-29T14:30:00Z, 2025-10-29T14:45:00Z",
        "1m, 2025-10-29T20:00:00Z, 2025-10-29T19:59:00Z, 2025-10-29T20:00:00Z",
        "15m, 2025-10-29T20:00:00Z, 2025-10-29T19:45:00Z, 2025-10-29T20:00:00Z",
        "1d, 2025-10-29T13:30:00Z, 2025-10-29T13:30:00Z, 2025-10-29T20:00:00Z",
        "1d, 2025-10-29T20:00:00Z, 2025-10-29T13:30:00Z, 2025-10-29T20:00:00Z"
    })
    void anInstantFallsIntoOneInterval(String id, Instant at, Instant start, Instant end) {
        Timeframe timeframe = Timeframe.of(id);

        assertThat(timeframe.startOf(at, FULL)).isEqualTo(start);
        assertThat(timeframe.endOf(start, FULL)).isEqualTo(end);
    }

    @ParameterizedTest
    @EnumSource
    void anEarlyCloseBelongsToTheLastIntervalBeforeIt(Timeframe timeframe) {
        Instant start = timeframe.startOf(SHORT.close(), SHORT);

        assertThat(start).isBefore(SHORT.close());
        assertThat(timeframe.endOf(start, SHORT)).isEqualTo(SHORT.close());
    }

    @ParameterizedTest
    @CsvSource({"2025-10-29T13:29:59.999Z", "2025-10-29T20:00:00.001Z", "2025-10-30T15:00:00Z"})
    void noIntervalIsOutsideTheSession(Instant at) {
        assertThatThrownBy(() -> Timeframe.ONE_MINUTE.startOf(at, FULL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2025-10-29 does not run at " + at);
    }

    private static Session session(String day) {
        return TradingCalendar.nyse().findSession(LocalDate.parse(day)).orElseThrow();
    }
}
