package dev.bellwether.training.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bellwether.market.DataCondition;
import dev.bellwether.market.OhlcvBar;
import dev.bellwether.market.Provider;
import dev.bellwether.market.SeriesFacts;
import dev.bellwether.market.Split;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class SampleTableTest {
    private static final Symbol SYMBOL = Symbol.of("AAPL");
    private static final LocalDate LAST_DAY = LocalDate.of(2025, 10, 29);
    private static final int BEFORE = Features.BARS_BEFORE;

    @Test
    void aRowHasWhatTheNamesSay() {
        List<OhlcvBar> bars = bars(i -> 100 + i, 60);
        SampleTable table = table(bars, SeriesFacts.NONE, 3);

        assertThat(table.size()).isEqualTo(60 - BEFORE - 3);
        assertThat(table.day(0)).isEqualTo(bars.get(BEFORE).tradingDay());
        assertThat(table.target(0)).isCloseTo(Math.log(136.0 / 133), within(1e-12));
        assertThat(table.row(0)[0]).isCloseTo(Math.log(133.0 / 132), within(1e-12));
        assertThat(table.row(0)[Features.NAMES.indexOf("close_over_sma_5")])
                .isCloseTo(Math.log(133.0 / 131), within(1e-12));
        assertThat(table.row(0)[Features.NAMES.indexOf("rsi_14")]).isEqualTo(0.5);
    }

    @Test
    void anUnexplainedJumpDropsTheSamplesItTouchesAndNoOther() {
        SampleTable table = table(bars(i -> i < 50 ? 400 : 100, 150), SeriesFacts.NONE, 1);

        assertThat(table.dropped()).isEqualTo(1 + BEFORE);
        assertThat(table.targets()).containsOnly(0.0);
    }

    @Test
    void aSplitThatIsKnownDropsNothing() {
        List<OhlcvBar> bars = bars(i -> i < 50 ? 400 : 100, 150);
        SeriesFacts facts =
                new SeriesFacts(
                        List.of(new Split(SYMBOL, bars.get(50).tradingDay(), Instant.EPOCH, 4, 1)),
                        Map.of());

        SampleTable table = table(bars, facts, 1);

        assertThat(table.dropped()).isZero();
        assertThat(table.targets()).containsOnly(0.0);
    }

    @Test
    void aSplitThatThePriceDoesNotConfirmExplainsNothing() {
        List<OhlcvBar> bars = bars(i -> 100, 150);
        SeriesFacts facts =
                new SeriesFacts(
                        List.of(new Split(SYMBOL, bars.get(50).tradingDay(), Instant.EPOCH, 4, 1)),
                        Map.of());

        assertThat(table(bars, facts, 1).dropped()).isEqualTo(1 + BEFORE);
    }

    @Test
    void aDegradedDayIsInNoWindowAndNoTarget() {
        List<OhlcvBar> bars = bars(i -> 100 + i, 150);
        SeriesFacts facts =
                new SeriesFacts(
                        List.of(), Map.of(bars.get(60).tradingDay(), DataCondition.DEGRADED));

        assertThat(table(bars, facts, 1).dropped()).isEqualTo(2 + BEFORE);
    }

    @Test
    void aMissingBarDropsTheSampleWhoseTargetWouldBeTwoSessionsAhead() {
        List<OhlcvBar> bars = bars(i -> 100 + i, 90);
        bars.remove(60);

        assertThat(table(bars, SeriesFacts.NONE, 1).dropped()).isEqualTo(1);
    }

    private static SampleTable table(List<OhlcvBar> bars, SeriesFacts facts, int horizon) {
        return SampleTable.of(PriceSeries.of(bars, facts), new MarketReturns(), horizon);
    }

    private static List<OhlcvBar> bars(IntToDoubleFunction close, int count) {
        TradingCalendar calendar = TradingCalendar.nyse();
        List<LocalDate> days =
                calendar.sessions(calendar.plusSessions(LAST_DAY, 1 - count), LAST_DAY);
        List<OhlcvBar> bars = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double price = close.applyAsDouble(i);
            bars.add(
                    new OhlcvBar(
                            SYMBOL,
                            days.get(i),
                            BigDecimal.valueOf(price),
                            BigDecimal.valueOf(price * 1.01),
                            BigDecimal.valueOf(price * 0.99),
                            BigDecimal.valueOf(price),
                            1_000L + i,
                            Provider.ALPHA_VANTAGE));
        }
        return bars;
    }
}
