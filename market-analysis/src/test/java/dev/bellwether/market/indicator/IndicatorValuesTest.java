package dev.bellwether.market.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.bellwether.market.OhlcvBar;
import dev.bellwether.market.Provider;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.indicator.BollingerBands.Bands;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Figures small enough to check by hand, and the edge cases.
class IndicatorValuesTest {
    @Test
    void exponentialAverageBeginsAsTheMeanAndThenGoesItsPartOfTheWay() {
        Ema ema = new Ema(3);

        feed(ema, "1", "2");
        assertThat(ema.value()).isEmpty();
        feed(ema, "6");
        assertThat(ema.value()).hasValue(3);
        feed(ema, "5");
        assertThat(ema.value()).as("half of the way from 3 to 5").hasValue(4);
        feed(ema, "4", "4", "4");
        assertThat(ema.value()).hasValue(4);
    }

    @Test
    void anAverageLevelWithTheCloseStaysToTheBit() {
        Ema ema = new Ema(26);
        for (int i = 0; i < 1_000; i++) {
            feed(ema, "0.1");
        }

        assertThat(ema.value()).hasValue(0.1);
    }

    @Test
    void indexIsTheAverageGainsPartOfTheAverageMoves() {
        Rsi rsi = new Rsi(2);

        feed(rsi, "10", "13");
        assertThat(rsi.value()).as("one change of two").isEmpty();
        feed(rsi, "12");
        assertThat(rsi.value()).as("gain 3/2, loss 1/2").hasValue(75);
        feed(rsi, "11.5");
        assertThat(rsi.value()).as("gain 3/4, loss 1/2").hasValue(60);
        feed(rsi, "11.5");
        assertThat(rsi.value()).as("standing still halves both").hasValue(60);
    }

    @Test
    void indexIs100WithoutALoss0WithoutAGainAnd50WithoutAMove() {
        assertThat(rsi("1", "2", "3").value()).hasValue(100);
        assertThat(rsi("1", "1", "3").value()).hasValue(100);
        assertThat(rsi("3", "2", "1").value()).hasValue(0);
        assertThat(rsi("2", "2", "2").value()).hasValue(50);
        assertThat(rsi("2", "2", "2", "2.01").value()).hasValue(100);
    }

    @Test
    void macdIsFastLessSlowAndItsSignalTheirAverage() {
        Macd macd = new Macd(1, 3, 2);

        feed(macd, "1", "2");
        assertThat(macd.value()).isEmpty();
        feed(macd, "6");
        assertThat(macd.value()).as("6 less mean 3").hasValue(3);
        assertThat(macd.signal()).isEmpty();
        assertThat(macd.histogram()).isEmpty();
        feed(macd, "5");
        assertThat(macd.value()).as("5 less 4").hasValue(1);
        assertThat(macd.signal()).as("mean of 3 and 1").hasValue(2);
        assertThat(macd.histogram()).hasValue(-1);
        assertThat(macd.unstableBars()).isEqualTo(2);
        assertThat(macd.unstableSignalBars()).isEqualTo(3);
    }

    @Test
    void macdOfAFlatSeriesIsZero() {
        Macd macd = new Macd(12, 26, 9);
        for (int i = 0; i < 100; i++) {
            feed(macd, "0.1");
        }

        assertThat(macd.value()).hasValue(0);
        assertThat(macd.signal()).hasValue(0);
        assertThat(macd.histogram()).hasValue(0);
    }

    @Test
    void deviationIsThePopulations() {
        StandardDeviation deviation = new StandardDeviation(8);

        Stream.of("2", "4", "4", "4", "5", "5", "7")
                .forEach(number -> deviation.add(new BigDecimal(number)));
        assertThat(deviation.value()).isEmpty();
        deviation.add(new BigDecimal("9"));
        assertThat(deviation.value()).as("the sample's would be 2.14").hasValue(2);
    }

    @Test
    void deviationKeepsItsDigitsWhereSquaresInDoublesLoseAllOfThem() {
        StandardDeviation deviation = new StandardDeviation(2);
        deviation.add(new BigDecimal("1000000000"));
        deviation.add(new BigDecimal("1000000000.0002"));

        assertThat(deviation.value()).hasValue(0.0001);
    }

    @Test
    void bandsLieDeviationsAroundTheMean() {
        BollingerBands bands = new BollingerBands(2, 1.5);

        bands.add(new BigDecimal("10"));
        assertThat(bands.value()).isEmpty();
        bands.add(new BigDecimal("14"));
        assertThat(bands.value()).hasValue(new Bands(9, 12, 15));
        bands.add(new BigDecimal("14"));
        assertThat(bands.value()).as("flat").hasValue(new Bands(14, 14, 14));
    }

    @Test
    void stochasticIsWhereTheCloseLiesInTheRange() {
        Stochastic stochastic = new Stochastic(2, 1, 2);

        feed(stochastic, PriceBar.of("12", "8", "10"));
        assertThat(stochastic.percentK()).isEmpty();
        feed(stochastic, PriceBar.of("11", "9", "11"));
        assertThat(stochastic.percentK()).as("3 of 8 to 12").hasValue(75);
        assertThat(stochastic.percentD()).isEmpty();
        feed(stochastic, PriceBar.of("13", "9", "9"));
        assertThat(stochastic.percentK()).as("at the low of 9 to 13").hasValue(0);
        assertThat(stochastic.percentD()).hasValue(37.5);
    }

    @Test
    void slowStochasticIsTheMeanOfFastOnes() {
        Stochastic fast = new Stochastic(5, 1, 3);
        Stochastic slow = new Stochastic(5, 3, 1);
        for (PriceBar bar : SyntheticSeries.walk(1, 50)) {
            feed(fast, bar);
            feed(slow, bar);
        }

        assertThat(slow.percentK().orElseThrow())
                .isEqualTo(fast.percentD().orElseThrow(), within(1e-12));
        assertThat(slow.unstableBars()).isEqualTo(fast.unstableDBars()).isEqualTo(6);
    }

    @Test
    void stochasticWithoutARangeIs50() {
        Stochastic stochastic = new Stochastic(2, 1, 1);
        PriceBar.closes("7", "7").forEach(bar -> feed(stochastic, bar));

        assertThat(stochastic.percentK()).hasValue(50);
    }

    @Test
    void stochasticTakesDailyBarsAndRefusesPricesOutOfOrder() {
        Stochastic stochastic = new Stochastic(1, 1, 1);
        stochastic.add(
                new OhlcvBar(
                        Symbol.of("ACME"),
                        LocalDate.of(2026, 1, 2),
                        new BigDecimal("9"),
                        new BigDecimal("12"),
                        new BigDecimal("8"),
                        new BigDecimal("11"),
                        1,
                        Provider.ALPHA_VANTAGE));

        assertThat(stochastic.percentK()).hasValue(75);
        assertThatThrownBy(() -> feed(stochastic, PriceBar.of("8", "12", "11")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("outside low 12 to high 8");
    }

    @Test
    void impossibleSettingsAreRefused() {
        List<Runnable> settings =
                List.of(
                        () -> new Ema(0),
                        () -> new Rsi(0),
                        () -> new Macd(5, 5, 3),
                        () -> new Macd(0, 5, 3),
                        () -> new Macd(5, 6, 0),
                        () -> new StandardDeviation(0),
                        () -> new BollingerBands(0, 2),
                        () -> new BollingerBands(20, 0),
                        () -> new BollingerBands(20, Double.NaN),
                        () -> new Stochastic(0, 1, 1),
                        () -> new Stochastic(1, 0, 1),
                        () -> new Stochastic(1, 1, 0));

        assertThat(settings)
                .allSatisfy(setting ->
                        assertThatThrownBy(setting::run)
                                .isInstanceOf(IllegalArgumentException.class));
    }

    @Test
    void statesAreReadable() {
        Ema ema = new Ema(3);
        feed(ema, "1", "2", "6", "5.50");
        Rsi rsi = rsi("10", "13.5");
        Sma sma = new Sma(2);
        PriceBar.closes("1.50", "2", "1E+2").forEach(bar -> sma.add(bar.close()));
        Stochastic stochastic = new Stochastic(2, 1, 2);
        feed(stochastic, PriceBar.of("12", "8", "10"));

        assertThat(ema.state().text()).isEqualTo("ema 3 3 4.25");
        assertThat(rsi.state().text()).isEqualTo("rsi 2 1 13.5 3.5 0");
        assertThat(new Rsi(2).state().text()).isEqualTo("rsi 2 0 - 0 0");
        assertThat(new Macd(1, 2, 1).state().text())
                .isEqualTo("macd|ema 1 0 0|ema 2 0 0|ema 1 0 0");
        assertThat(new BollingerBands(20, 2).state().text()).isEqualTo("bollinger 20 2.0 -");
        assertThat(stochastic.state().text()).isEqualTo("stochastic 2 1 2 12 8 - -");
        assertThat(sma.state().text()).isEqualTo("sma 2 2,1E+2");
    }

    private static Rsi rsi(String... closes) {
        Rsi rsi = new Rsi(2);
        feed(rsi, closes);
        return rsi;
    }

    private static void feed(Ema ema, String... closes) {
        PriceBar.closes(closes).forEach(bar -> ema.add(bar.close()));
    }

    private static void feed(Rsi rsi, String... closes) {
        PriceBar.closes(closes).forEach(bar -> rsi.add(bar.close()));
    }

    private static void feed(Macd macd, String... closes) {
        PriceBar.closes(closes).forEach(bar -> macd.add(bar.close()));
    }

    private static void feed(Stochastic stochastic, PriceBar bar) {
        stochastic.add(bar.high(), bar.low(), bar.close());
    }
}
