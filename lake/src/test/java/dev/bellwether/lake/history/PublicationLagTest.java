package dev.bellwether.lake.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.lake.Bars;
import dev.bellwether.lake.CorporateAction.CashDividend;
import dev.bellwether.lake.Interval;
import dev.bellwether.lake.Knowledge;
import dev.bellwether.lake.SourceBar;
import dev.bellwether.market.Provider;
import dev.bellwether.market.TradingCalendar;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicationLagTest {
    private static final TradingCalendar NYSE = TradingCalendar.nyse();

    @ParameterizedTest
    @CsvSource({
        "2025-10-29, 2025-10-30T00:00:00Z, in summer",
        "2025-12-01, 2025-12-02T01:00:00Z, in winter",
        "2025-11-28, 2025-11-28T22:00:00Z, after an early close",
        "2025-11-01, 2025-11-02T00:00:00Z, on a Saturday",
        "1985-06-03, 1985-06-04T00:00:00Z, before the calendar begins"
    })
    void aSessionsBarIsKnownFourHoursAfterItsClose(String day, String knownAt, String when) {
        Knowledge knowledge = PublicationLag.of(Bars.close(day, "10"), NYSE);

        assertThat(knowledge.at()).as(when).isEqualTo(knownAt);
        assertThat(knowledge.assumed()).isTrue();
    }

    @Test
    void aMinuteIsKnownAtMidnightAfterItsDay() {
        SourceBar day = Bars.close("2025-10-29", "10");
        SourceBar minute =
                new SourceBar(
                        day.symbol(),
                        Interval.ONE_MINUTE,
                        day.start(),
                        day.tradingDay(),
                        day.open(),
                        day.high(),
                        day.low(),
                        day.close(),
                        day.volume(),
                        day.provider(),
                        "intraday",
                        day.basis());

        assertThat(PublicationLag.of(minute, NYSE).at()).isEqualTo("2025-10-30T04:00:00Z");
    }

    @Test
    void anActionIsKnownWithTheBarOfTheDayThatItWasAnnouncedOn() {
        CashDividend unannounced = Bars.dividend("2025-10-29", "1", Provider.ALPHA_VANTAGE);
        CashDividend announced =
                new CashDividend(
                        unannounced.symbol(),
                        unannounced.effectiveDay(),
                        LocalDate.parse("2025-10-01"),
                        BigDecimal.ONE,
                        unannounced.provider());

        assertThat(PublicationLag.of(unannounced, NYSE).at()).isEqualTo("2025-10-30T00:00:00Z");
        assertThat(PublicationLag.of(announced, NYSE).at()).isEqualTo("2025-10-02T00:00:00Z");
    }
}
