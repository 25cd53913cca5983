package dev.bellwether.market.bar;

import static dev.bellwether.market.bar.Ticks.AAPL;
import static dev.bellwether.market.bar.Ticks.SESSION;
import static dev.bellwether.market.bar.Ticks.tick;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.market.Provider;
import dev.bellwether.market.Quote;
import dev.bellwether.market.Timeframe;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampledBarTest {
    private static final List<Quote> QUOTES =
            List.of(
                    tick("13:30:00", "100", 700),
                    tick("13:50:00", "110", 900),
                    tick("16:00:00", "90", 1_500),
                    tick("20:00:00", "95", 2_500));

    @Test
    void theDayIsItsQuartersOfAnHourTogether() {
        List<SampledBar> quarters = bars(Timeframe.FIFTEEN_MINUTES);

        assertThat(SampledBar.ofDay(SESSION.open(), quarters.reversed()))
                .contains(bars(Timeframe.ONE_DAY).getFirst())
                .hasValueSatisfying(day -> {
                    assertThat(day.open()).isEqualTo(new BigDecimal("100"));
                    assertThat(day.high()).isEqualTo(new BigDecimal("110"));
                    assertThat(day.low()).isEqualTo(new BigDecimal("90"));
                    assertThat(day.close()).isEqualTo(new BigDecimal("95"));
                    assertThat(day.volume()).isEqualTo(2_500);
                    assertThat(day.quotes()).isEqualTo(4);
                });
    }

    @Test
    void aDayWithoutQuartersHasNoBarAndTwoDaysHaveNoneTogether() {
        SampledBar quarter = bars(Timeframe.FIFTEEN_MINUTES).getFirst();

        assertThat(SampledBar.ofDay(SESSION.open(), List.of())).isEmpty();
        assertThatThrownBy(() ->
                        SampledBar.ofDay(
                                SESSION.open(),
                                List.of(quarter, bar(LocalDate.of(2025, 10, 30), "1", 1, 1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one symbol and day");
    }

    @Test
    void equalFiguresAreEqualHoweverTheyAreWritten() {
        SampledBar bar = bar(SESSION.tradingDay(), "270.00", 1, 1);

        assertThat(bar).isEqualTo(bar(SESSION.tradingDay(), "270", 1, 1));
        assertThat(bar.close().toString()).isEqualTo("270");
        assertThat(bar.saysTheSameAs(bar.withVersion(4))).isTrue();
        assertThat(bar.saysTheSameAs(bar(SESSION.tradingDay(), "270", 2, 1))).isFalse();
    }

    @Test
    void aBarNeedsAQuoteAndAVersion() {
        assertThatThrownBy(() -> bar(SESSION.tradingDay(), "270", 0, 1))
                .hasMessageContaining("Bar 15m of AAPL at 2025-10-29T13:30:00Z: no quote");
        assertThatThrownBy(() -> bar(SESSION.tradingDay(), "270", 1, 0))
                .hasMessageContaining("no version");
        assertThatThrownBy(() -> bar(SESSION.tradingDay(), "-1", 1, 1))
                .hasMessageContaining("not above zero");
    }

    private static List<SampledBar> bars(Timeframe timeframe) {
        return SessionTape.of(AAPL, SESSION, QUOTES).bars(timeframe, SESSION.open());
    }

    private static SampledBar bar(LocalDate day, String price, int quotes, int version) {
        BigDecimal figure = new BigDecimal(price);
        return new SampledBar(
                AAPL,
                Timeframe.FIFTEEN_MINUTES,
                SESSION.open(),
                day,
                figure,
                figure,
                figure,
                figure,
                10,
                quotes,
                Provider.YAHOO,
                version);
    }
}
