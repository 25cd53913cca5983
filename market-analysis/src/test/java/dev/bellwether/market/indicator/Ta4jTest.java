package dev.bellwether.market.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.Indicator;
import org.ta4j.core.indicators.MACDIndicator;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.StochasticOscillatorKIndicator;
import org.ta4j.core.indicators.averages.EMAIndicator;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsLowerIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsMiddleIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsUpperIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.statistics.StandardDeviationIndicator;
import org.ta4j.core.num.Num;

/// The running forms against ta4j 0.22.2, an implementation by others; on real daily series too,
/// with `-Dbellwether.data=DIR`.
///
/// ta4j begins otherwise: its exponential and Wilder averages start at a single number after
/// `barCount` bars, ours at the mean of the first ones. The difference shrinks by 2 / 27 a bar in
/// the slowest average here, so the first 250 bars are left out. Its simple averages are over fewer
/// bars at the start. Where nothing moves its RSI is 0 and its %K no number, so the synthetic
/// series moves always. Its stochastic has no smoothed %K: that and %D are its simple averages
/// here.
class Ta4jTest {
    private static final int LEFT_OUT = 250;

    // Absolute for figures below 1, relative above.
    private static final double TOLERANCE = 1e-6;

    @Test
    void agreesOnASyntheticSeries() {
        for (long seed = 1; seed <= 3; seed++) {
            assertThat(largestDistance(SyntheticSeries.walk(seed, 2_000), "walk " + seed))
                    .isLessThan(TOLERANCE);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ALPHA_VANTAGE_DAILY", "YAHOO_CSV"})
    void agreesOnRealDailySeries(RealSeries folder) throws IOException {
        Map<String, List<PriceBar>> series = folder.readOrSkip("Ta4jTest.agreesOnRealDailySeries");

        assertThat(series).isNotEmpty();
        series.forEach((file, bars) -> {
            assertThat(bars).as(file).hasSizeGreaterThan(LEFT_OUT);
            System.out.printf(
                    "%s: bars %d to %d within %.1e of ta4j%n",
                    file, LEFT_OUT, bars.size() - 1, largestDistance(bars, file));
        });
    }

    private static double largestDistance(List<PriceBar> bars, String series) {
        double largest = 0;
        Map<Candidate, List<Indicator<Num>>> theirs = theirs(ta4jSeries(bars));
        for (Map.Entry<Candidate, List<Indicator<Num>>> each : theirs.entrySet()) {
            List<List<OptionalDouble>> ours = each.getKey().run(bars);
            for (int figure = 0; figure < each.getValue().size(); figure++) {
                for (int i = LEFT_OUT; i < bars.size(); i++) {
                    double value = ours.get(i).get(figure).orElseThrow();
                    double their = each.getValue().get(figure).getValue(i).doubleValue();
                    double distance = Math.abs(value - their) / Math.max(1, Math.abs(their));
                    assertThat(distance)
                            .as(
                                    "%s of %s at bar %d of %s: %s, ta4j has %s",
                                    each.getKey().figureNames().get(figure),
                                    each.getKey(),
                                    i,
                                    series,
                                    value,
                                    their)
                            .isLessThan(TOLERANCE);
                    largest = Math.max(largest, distance);
                }
            }
        }
        return largest;
    }

    private static Map<Candidate, List<Indicator<Num>>> theirs(BarSeries series) {
        ClosePriceIndicator close = new ClosePriceIndicator(series);
        MACDIndicator macd = new MACDIndicator(close, 12, 26);
        SMAIndicator mean = new SMAIndicator(close, 20);
        BollingerBandsMiddleIndicator middle = new BollingerBandsMiddleIndicator(mean);
        StandardDeviationIndicator deviation = new StandardDeviationIndicator(close, 20);
        StochasticOscillatorKIndicator fastK = new StochasticOscillatorKIndicator(series, 14);
        SMAIndicator slowK = new SMAIndicator(fastK, 3);

        Map<Candidate, List<Indicator<Num>>> theirs = new LinkedHashMap<>();
        theirs.put(Candidate.sma(20), List.of(mean));
        theirs.put(candidate("ema 20"), List.of(new EMAIndicator(close, 20)));
        theirs.put(candidate("rsi 14"), List.of(new RSIIndicator(close, 14)));
        theirs.put(
                candidate("macd 12 26 9"),
                List.of(macd, macd.getSignalLine(9), macd.getHistogram(9)));
        theirs.put(candidate("deviation 20"), List.of(deviation));
        theirs.put(
                candidate("bollinger 20 2.0"),
                List.of(
                        new BollingerBandsLowerIndicator(middle, deviation),
                        middle,
                        new BollingerBandsUpperIndicator(middle, deviation)));
        theirs.put(candidate("stochastic 14 1 3"), List.of(fastK, slowK));
        theirs.put(candidate("stochastic 14 3 3"), List.of(slowK, new SMAIndicator(slowK, 3)));
        return theirs;
    }

    private static Candidate candidate(String name) {
        return Candidate.all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    // Indicators look at the order of bars, not at their times: a day each will do.
    private static BarSeries ta4jSeries(List<PriceBar> bars) {
        BarSeries series = new BaseBarSeriesBuilder().build();
        Instant end = Instant.EPOCH;
        for (PriceBar bar : bars) {
            end = end.plus(Duration.ofDays(1));
            series.barBuilder()
                    .timePeriod(Duration.ofDays(1))
                    .endTime(end)
                    .openPrice(bar.close())
                    .highPrice(bar.high())
                    .lowPrice(bar.low())
                    .closePrice(bar.close())
                    .volume(1)
                    .add();
        }
        return series;
    }
}
