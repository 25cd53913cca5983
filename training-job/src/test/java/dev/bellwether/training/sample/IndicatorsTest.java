package dev.bellwether.training.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bellwether.market.OhlcvBar;
import dev.bellwether.market.Provider;
import dev.bellwether.market.SeriesFacts;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import dev.bellwether.market.indicator.Macd;
import dev.bellwether.market.indicator.Rsi;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IndicatorsTest {
    private static final int BARS = 200;

    @Test
    void theyAreThoseThatRulesAreEvaluatedOn() {
        List<OhlcvBar> bars = walk("AAPL", 3);
        Indicators indicators = Indicators.of(PriceSeries.of(bars, SeriesFacts.NONE));
        Rsi rsi = new Rsi(Indicators.RSI);
        Macd macd = new Macd(Indicators.FAST, Indicators.SLOW, Indicators.SIGNAL);

        for (int i = 0; i < BARS; i++) {
            rsi.add(bars.get(i).close());
            macd.add(bars.get(i).close());
            if (i >= Indicators.SLOW + Indicators.SIGNAL) {
                assertThat(indicators.rsi[i]).isCloseTo(rsi.value().orElseThrow(), within(1e-9));
                assertThat(indicators.macd[i]).isCloseTo(macd.value().orElseThrow(), within(1e-9));
                assertThat(indicators.histogram[i])
                        .isCloseTo(macd.histogram().orElseThrow(), within(1e-9));
            }
        }
    }

    @Test
    void theMarketIsTheOtherSymbols() {
        PriceSeries one = PriceSeries.of(walk("AAPL", 5), SeriesFacts.NONE);
        PriceSeries other = PriceSeries.of(walk("IBM", 7), SeriesFacts.NONE);
        MarketReturns market = new MarketReturns();
        market.add(one);
        assertThat(market.ofOthers(one, 10)).isZero();
        market.add(other);

        assertThat(market.ofOthers(one, 10)).isCloseTo(other.logReturn(10), within(1e-12));
        assertThat(market.barsByDay()).hasSize(BARS).containsValue(2);
    }

    private static List<OhlcvBar> walk(String symbol, long seed) {
        Random random = new Random(seed);
        List<OhlcvBar> bars = new ArrayList<>();
        LocalDate day = LocalDate.of(2024, 1, 2);
        double price = 100;
        for (int i = 0; i < BARS; i++) {
            price *= Math.exp(random.nextGaussian() * 0.02);
            BigDecimal close = BigDecimal.valueOf(Math.round(price * 100), 2);
            bars.add(
                    new OhlcvBar(
                            Symbol.of(symbol),
                            day,
                            close,
                            close.add(BigDecimal.ONE),
                            close.subtract(BigDecimal.ONE),
                            close,
                            1_000 + i,
                            Provider.ALPHA_VANTAGE));
            day = TradingCalendar.nyse().plusSessions(day, 1);
        }
        return bars;
    }
}
