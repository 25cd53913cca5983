package dev.bellwether.market.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The running forms against the formulas over the whole series; on real files too, with
/// `-Dbellwether.data=DIR`.
class TextbookTest {
    private static final double RELATIVE = 1e-10;

    // What 34 digits of a price below a million cannot hold. A MACD gets that small when closes
    // stand
    // still for long: it shrinks by a part at every bar, for ever.
    private static final BigDecimal NOTHING = new BigDecimal("1e-27");

    private static final int LONG = 10_000;

    // Divisors of powers of ten, so that their means are finite decimals.
    private static final List<Integer> AVERAGES = List.of(1, 5, 20, 200);

    @ParameterizedTest
    @MethodSource("candidates")
    void agreesOverTenThousandBars(Candidate candidate) {
        deviation(candidate, SyntheticSeries.walk(1, LONG), "walk 1");
        deviation(candidate, SyntheticSeries.rough(1, LONG), "rough walk 1");
    }

    @ParameterizedTest
    @MethodSource("candidates")
    void agreesOnSeriesTooShortAndBarelyLongEnough(Candidate candidate) {
        int longest = candidate.unstableBars().getLast();
        for (int bars = 0; bars <= longest + 2; bars++) {
            deviation(candidate, SyntheticSeries.walk(bars, bars), bars + " bars");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void simpleAverageIsTheMeanItself(long seed) {
        isTheMean(SyntheticSeries.walk(seed, LONG), "walk " + seed);
        isTheMean(SyntheticSeries.rough(seed, LONG), "rough walk " + seed);
    }

    @ParameterizedTest
    @EnumSource
    void agreesOnRealSeries(RealSeries folder) throws IOException {
        Map<String, List<PriceBar>> series = folder.readOrSkip("TextbookTest.agreesOnRealSeries");

        assertThat(series).isNotEmpty();
        series.forEach((file, bars) -> {
            isTheMean(bars, file);
            double largest =
                    candidates()
                            .mapToDouble(each -> deviation(each, bars, file))
                            .max()
                            .orElseThrow();
            System.out.printf(
                    "%s: %d bars, simple averages equal, %d other indicators within %.1e%n",
                    file, bars.size(), candidates().count(), largest);
        });
    }

    /// The comparison can fail: with any other setting of the same indicator it does.
    @ParameterizedTest
    @MethodSource("candidates")
    void anotherSettingDoesNotAgree(Candidate candidate) {
        List<PriceBar> bars = SyntheticSeries.walk(1, 300);

        assertThat(candidates())
                .filteredOn(other -> other.figureNames().equals(candidate.figureNames()))
                .filteredOn(other -> !other.name().equals(candidate.name()))
                .isNotEmpty()
                .allSatisfy(other ->
                        assertThatThrownBy(
                                        () -> deviation(candidate.judgedAs(other), bars, "walk 1"))
                                .isInstanceOf(AssertionError.class));
    }

    static Stream<Candidate> candidates() {
        return Candidate.all().stream();
    }

    /// The largest relative distance from the textbook; asserts that it is small and that values
    /// begin at the same bar, the one that the indicator says.
    private static double deviation(Candidate candidate, List<PriceBar> bars, String series) {
        List<List<OptionalDouble>> running = candidate.run(bars);
        List<List<BigDecimal>> textbook = candidate.textbook().apply(bars);
        double largest = 0;
        for (int figure = 0; figure < textbook.size(); figure++) {
            List<Optional<BigDecimal>> expected =
                    Textbook.atBars(textbook.get(figure), bars.size());
            for (int i = 0; i < bars.size(); i++) {
                OptionalDouble value = running.get(i).get(figure);
                double distance = distance(value, expected.get(i));
                if (distance > RELATIVE
                        || value.isPresent() != i >= candidate.unstableBars().get(figure)) {
                    throw new AssertionError(
                            "%s of %s at bar %d of %s: %s, the textbook says %s"
                                    .formatted(
                                            candidate.figureNames().get(figure),
                                            candidate,
                                            i,
                                            series,
                                            value,
                                            expected.get(i)));
                }
                largest = Math.max(largest, distance);
            }
        }
        return largest;
    }

    /// Relative, so that a MACD near zero needs as many right digits as any other; infinite when
    /// only one has a value.
    private static double distance(OptionalDouble value, Optional<BigDecimal> expected) {
        if (value.isEmpty() || expected.isEmpty()) {
            return value.isEmpty() && expected.isEmpty() ? 0 : Double.POSITIVE_INFINITY;
        }
        BigDecimal distance = new BigDecimal(value.getAsDouble()).subtract(expected.get()).abs();
        if (distance.compareTo(NOTHING) <= 0) {
            return 0;
        }
        return expected.get().signum() == 0
                ? Double.POSITIVE_INFINITY
                : distance.divide(expected.get().abs(), MathContext.DECIMAL64).doubleValue();
    }

    private static void isTheMean(List<PriceBar> bars, String series) {
        List<BigDecimal> closes = Candidate.closes(bars);
        for (int n : AVERAGES) {
            Sma sma = new Sma(n);
            for (int end = 1; end <= closes.size(); end++) {
                sma.add(closes.get(end - 1));
                assertThat(sma.isFull()).as("%s, bar %d", series, end).isEqualTo(end >= n);
                if (sma.isFull()) {
                    Sma mean = new Sma(1);
                    mean.add(exactMean(closes.subList(end - n, end)));
                    assertThat(sma.compareTo(mean)).as("%s, bar %d", series, end).isZero();
                }
            }
        }
    }

    private static BigDecimal exactMean(List<BigDecimal> closes) {
        BigDecimal sum = closes.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.divide(
                BigDecimal.valueOf(closes.size()), sum.scale() + 3, RoundingMode.UNNECESSARY);
    }
}
