package dev.bellwether.training.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bellwether.market.OhlcvBar;
import dev.bellwether.market.Provider;
import dev.bellwether.market.SeriesFacts;
import dev.bellwether.market.Split;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Each feature against its textbook form, written out here over plain arrays; and that none of
/// them knows anything later than its day.
class FeaturesTest {
    private static final int BARS = 260;
    private static final int AT = 200;

    @Test
    void eachIsWhatItsNameSays() {
        List<OhlcvBar> bars = walk("AAPL", 3);
        List<OhlcvBar> others = walk("IBM", 4);
        MarketReturns market = market(bars, others);
        LocalDate target = bars.get(AT + 1).tradingDay();
        double[] row = new double[SampleTable.WIDTH];
        Features.of(PriceSeries.of(bars, SeriesFacts.NONE), market).write(AT, target, row, 0);

        Map<String, Double> expected = expected(bars, others, target);
        assertThat(expected.keySet()).containsExactlyElementsOf(Features.NAMES);
        int next = 0;
        for (Map.Entry<String, Double> feature : expected.entrySet()) {
            assertThat(row[next++])
                    .as(feature.getKey())
                    .isCloseTo(feature.getValue(), within(1e-9));
        }
    }

    @Test
    void nothingOfTheFutureIsInThem() {
        List<OhlcvBar> bars = walk("AAPL", 5);
        List<OhlcvBar> others = walk("IBM", 6);
        SampleTable whole =
                SampleTable.of(PriceSeries.of(bars, SeriesFacts.NONE), market(bars, others), 1);
        for (int last = Features.BARS_BEFORE; last < BARS - 1; last += 17) {
            List<OhlcvBar> known = bars.subList(0, last + 1);
            MarketReturns market = market(known, others.subList(0, last + 1));
            double[] then =
                    SampleTable.featuresAt(PriceSeries.of(known, SeriesFacts.NONE), market, 1, last)
                            .orElseThrow();
            double[] later = whole.row(last - Features.BARS_BEFORE);
            later[SampleTable.WIDTH - 1] = 0; // the outcome, which is of the future
            assertThat(later).as("features of bar %d", last).containsExactly(then);
        }
    }

    @Test
    void aSplitThatIsKnownChangesNone() {
        List<OhlcvBar> bars = walk("AAPL", 7);
        LocalDate day = bars.get(AT - 10).tradingDay();
        List<OhlcvBar> split = new ArrayList<>();
        for (OhlcvBar bar : bars) {
            split.add(bar.tradingDay().isBefore(day) ? inOldShares(bar) : bar);
        }
        SeriesFacts facts =
                new SeriesFacts(
                        List.of(new Split(Symbol.of("AAPL"), day, Instant.EPOCH, 4, 1)), Map.of());

        double[] plain = features(bars, SeriesFacts.NONE);
        double[] restated = features(split, facts);

        for (int i = 0; i < plain.length; i++) {
            // A volume plus one is not quite a quarter of four times the volume plus one.
            assertThat(restated[i])
                    .as(i < Features.NAMES.size() ? Features.NAMES.get(i) : "target")
                    .isCloseTo(plain[i], within(1e-6));
        }
    }

    private static double[] features(List<OhlcvBar> bars, SeriesFacts facts) {
        PriceSeries series = PriceSeries.of(bars, facts);
        return SampleTable.featuresAt(series, new MarketReturns(), 1, AT).orElseThrow();
    }

    private static OhlcvBar inOldShares(OhlcvBar bar) {
        BigDecimal four = BigDecimal.valueOf(4);
        return new OhlcvBar(
                bar.symbol(),
                bar.tradingDay(),
                bar.open().multiply(four),
                bar.high().multiply(four),
                bar.low().multiply(four),
                bar.close().multiply(four),
                bar.volume() / 4,
                bar.provider());
    }

    private static Map<String, Double> expected(
            List<OhlcvBar> bars, List<OhlcvBar> others, LocalDate target) {
        double[] close = bars.stream().mapToDouble(bar -> bar.close().doubleValue()).toArray();
        double[] returns = returns(close);
        double[] market =
                returns(others.stream().mapToDouble(bar -> bar.close().doubleValue()).toArray());
        OhlcvBar bar = bars.get(AT);
        Map<String, Double> features = new LinkedHashMap<>();
        for (int lag = 1; lag <= 5; lag++) {
            features.put("return_" + lag, returns[AT - lag + 1]);
        }
        features.put("return_over_10", Math.log(close[AT]) - Math.log(close[AT - 10]));
        features.put("return_over_20", Math.log(close[AT]) - Math.log(close[AT - 20]));
        features.put(
                "close_over_open",
                Math.log(bar.close().doubleValue()) - Math.log(bar.open().doubleValue()));
        for (int days : new int[] {5, 10, 20}) {
            features.put("close_over_sma_" + days, Math.log(close[AT] / mean(close, days)));
        }
        features.put("volatility_5", deviation(returns, 5));
        features.put("volatility_20", deviation(returns, 20));
        features.put(
                "day_range",
                Math.log(bar.high().doubleValue()) - Math.log(bar.low().doubleValue()));
        features.put("rsi_14", rsi(close) / 100 - 0.5);
        double[] macd = macd(close);
        features.put("macd_over_close", macd[AT] / close[AT]);
        features.put(
                "macd_histogram_over_close", (macd[AT] - exponential(macd, 25, 9)[AT]) / close[AT]);
        features.put(
                "bollinger_position_20",
                (close[AT] - mean(close, 20)) / (2 * deviation(close, 20)));
        double[] volume =
                bars.stream().mapToDouble(each -> Math.log(each.volume() + 1.0)).toArray();
        features.put("volume_change", volume[AT] - volume[AT - 1]);
        features.put("volume_over_mean_20", volume[AT] - mean(volume, 20));
        features.put("target_on_monday", target.getDayOfWeek() == DayOfWeek.MONDAY ? 1.0 : 0);
        features.put("target_on_friday", target.getDayOfWeek() == DayOfWeek.FRIDAY ? 1.0 : 0);
        features.put(
                "target_at_turn_of_month",
                target.getDayOfMonth() <= 3 || target.plusDays(1).getDayOfMonth() == 1 ? 1.0 : 0);
        features.put("market_return_1", market[AT]);
        features.put(
                "market_return_5",
                market[AT] + market[AT - 1] + market[AT - 2] + market[AT - 3] + market[AT - 4]);
        return features;
    }

    private static double[] returns(double[] close) {
        double[] returns = new double[close.length];
        for (int i = 1; i < close.length; i++) {
            returns[i] = Math.log(close[i]) - Math.log(close[i - 1]);
        }
        return returns;
    }

    private static double mean(double[] values, int days) {
        double sum = 0;
        for (int i = AT; i > AT - days; i--) {
            sum += values[i];
        }
        return sum / days;
    }

    /// Of the whole population, as Bollinger's bands are drawn.
    private static double deviation(double[] values, int days) {
        double squares = 0;
        for (int i = AT; i > AT - days; i--) {
            squares += values[i] * values[i];
        }
        double mean = mean(values, days);
        return Math.sqrt(squares / days - mean * mean);
    }

    /// Wilder's: a simple mean of the first 14 changes, then 13 parts of the old and one of the
    /// new.
    private static double rsi(double[] close) {
        double up = 0;
        double down = 0;
        for (int i = 1; i <= AT; i++) {
            double change = close[i] - close[i - 1];
            double weight = i <= 14 ? 1 : 14;
            up = (i <= 14 ? up : up * 13 / 14) + Math.max(change, 0) / weight;
            down = (i <= 14 ? down : down * 13 / 14) + Math.max(-change, 0) / weight;
            if (i == 14) {
                up /= 14;
                down /= 14;
            }
        }
        return 100 - 100 / (1 + up / down);
    }

    private static double[] macd(double[] close) {
        double[] fast = exponential(close, 0, 12);
        double[] slow = exponential(close, 0, 26);
        double[] macd = new double[close.length];
        for (int i = 25; i < close.length; i++) {
            macd[i] = fast[i] - slow[i];
        }
        return macd;
    }

    /// Seeded by the simple mean of its first values.
    private static double[] exponential(double[] values, int first, int days) {
        double[] averages = new double[values.length];
        double sum = 0;
        for (int i = first; i < values.length; i++) {
            if (i < first + days) {
                sum += values[i];
                averages[i] = sum / (i - first + 1);
            } else {
                averages[i] = averages[i - 1] + 2.0 / (days + 1) * (values[i] - averages[i - 1]);
            }
        }
        return averages;
    }

    private static MarketReturns market(List<OhlcvBar> one, List<OhlcvBar> other) {
        MarketReturns market = new MarketReturns();
        market.add(PriceSeries.of(one, SeriesFacts.NONE));
        market.add(PriceSeries.of(other, SeriesFacts.NONE));
        return market;
    }

    private static List<OhlcvBar> walk(String symbol, long seed) {
        Random random = new Random(seed);
        List<OhlcvBar> bars = new ArrayList<>();
        LocalDate day = LocalDate.of(2024, 1, 2);
        double price = 100;
        for (int i = 0; i < BARS; i++) {
            double open = price * Math.exp(random.nextGaussian() * 0.005);
            price *= Math.exp(random.nextGaussian() * 0.02);
            bars.add(
                    new OhlcvBar(
                            Symbol.of(symbol),
                            day,
                            cents(open),
                            cents(Math.max(open, price) * 1.01),
                            cents(Math.min(open, price) * 0.99),
                            cents(price),
                            4_000_000L + 4 * random.nextInt(1_000_000),
                            Provider.ALPHA_VANTAGE));
            day = TradingCalendar.nyse().plusSessions(day, 1);
        }
        return bars;
    }

    private static BigDecimal cents(double price) {
        return BigDecimal.valueOf(Math.round(price * 100), 2);
    }
}
