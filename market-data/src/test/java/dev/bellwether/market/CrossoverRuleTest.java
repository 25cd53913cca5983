package dev.bellwether.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CrossoverRuleTest {
    private static final Symbol ACME = Symbol.of("ACME");
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    private final CrossoverRule twoFour = new CrossoverRule(2, 4);

    @Test
    void fastAverageRisingThroughTheSlowOneIsOneCrossingUp() {
        List<OhlcvBar> bars = bars("10", "9", "8", "7", "9", "12");

        assertThat(twoFour.all(bars))
                .containsExactly(
                        new Crossover(
                                ACME,
                                FIRST.plusDays(5),
                                Direction.UP,
                                new BigDecimal("12"),
                                new BigDecimal("10.500000"),
                                new BigDecimal("9.000000")));
    }

    @Test
    void fastAverageFallingThroughTheSlowOneIsOneCrossingDown() {
        assertThat(twoFour.all(bars("7", "8", "9", "10", "8", "5")))
                .extracting(Crossover::direction)
                .containsExactly(Direction.DOWN);
    }

    @Test
    void firstKnownSideIsNoCrossing() {
        assertThat(twoFour.all(bars("1", "2", "3", "4", "5", "6"))).isEmpty();
    }

    @Test
    void thereIsNoSideBeforeTheSlowWindowIsFull() {
        assertThat(twoFour.all(bars("9", "1", "9"))).isEmpty();
    }

    @Test
    void aTieKeepsTheOldSide() {
        // below, level, below again: touched only
        assertThat(twoFour.all(bars("10", "9", "8", "7", "10", "4"))).isEmpty();
        // below, level, above: the crossing is where it is strictly above, not where it is level
        assertThat(twoFour.all(bars("10", "9", "8", "7", "10", "9")))
                .extracting(Crossover::barDay)
                .containsExactly(FIRST.plusDays(5));
    }

    @Test
    void tiesAreExactWhereBinarySumsAreNot() {
        // 0.1 + 0.2 + 0.3 + ... in binary sums makes level averages unequal
        List<OhlcvBar> bars = bars("0.3", "0.2", "0.1", "0.2", "0.2", "0.1", "0.2");
        CrossoverRule oneTwo = new CrossoverRule(1, 2);

        assertThat(oneTwo.all(bars))
                .extracting(Crossover::direction)
                .containsExactly(Direction.UP, Direction.DOWN, Direction.UP);
        assertThat(
                        new CrossoverRule(3, 6)
                                .all(bars("0.1", "0.2", "0.3", "0.3", "0.2", "0.1", "0.1")))
                .isEmpty();
    }

    @Test
    void onlyACrossingAtTheLastBarIsFoundThere() {
        List<OhlcvBar> bars = bars("10", "9", "8", "7", "9", "12", "13");

        assertThat(twoFour.findAtLast(bars.subList(0, 6))).isPresent();
        assertThat(twoFour.findAtLast(bars)).isEmpty();
        assertThat(twoFour.findAtLast(List.of())).isEmpty();
    }

    @Test
    void sideBeforeTheLastBarIsKnownOnceAnEarlierBarIsNoTie() {
        assertThat(twoFour.knowsSideBeforeLast(bars("1", "2", "3", "4"))).isFalse();
        assertThat(twoFour.knowsSideBeforeLast(bars("1", "2", "3", "4", "5"))).isTrue();
        assertThat(twoFour.knowsSideBeforeLast(bars("2", "2", "2", "2", "2", "3"))).isFalse();
    }

    @Test
    void agreesWithTheDefinitionOnRandomWalks() {
        CrossoverRule rule = new CrossoverRule(5, 20);
        int crossings = 0;
        for (long seed = 1; seed <= 20; seed++) {
            List<OhlcvBar> bars = walk(seed, 300);
            List<LocalDate> expected = byDefinition(bars, 5, 20);
            assertThat(rule.all(bars))
                    .as("seed %d", seed)
                    .extracting(Crossover::barDay)
                    .isEqualTo(expected);
            crossings += expected.size();
        }
        assertThat(crossings).isGreaterThan(100);
    }

    @Test
    void aRuleNeedsAFastAndASlowerAverage() {
        assertThat(new CrossoverRule(5, 20).name()).isEqualTo("sma-crossover:5,20");
        assertThatThrownBy(() -> new CrossoverRule(5, 5))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CrossoverRule(0, 5))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anAverageHasNoValueBeforeItIsFull() {
        Sma sma = new Sma(2);
        sma.add(BigDecimal.ONE);

        assertThat(sma.isFull()).isFalse();
        assertThatThrownBy(sma::rounded).isInstanceOf(IllegalStateException.class);
        sma.add(BigDecimal.TWO);
        sma.add(new BigDecimal("4"));
        assertThat(sma.rounded()).isEqualByComparingTo("3");
    }

    /// Written from the textbook, without running sums: mean of the last n closes, compared as
    /// fractions.
    private static List<LocalDate> byDefinition(List<OhlcvBar> bars, int fast, int slow) {
        List<LocalDate> days = new ArrayList<>();
        int side = 0;
        for (int i = slow - 1; i < bars.size(); i++) {
            BigDecimal fastMean = mean(bars.subList(i + 1 - fast, i + 1));
            BigDecimal slowMean = mean(bars.subList(i + 1 - slow, i + 1));
            int now = fastMean.compareTo(slowMean);
            if (now != 0 && side != 0 && now != side) {
                days.add(bars.get(i).tradingDay());
            }
            side = now == 0 ? side : now;
        }
        return days;
    }

    // Cents over 5 and over 20 bars are finite decimals, so ten decimals are exact.
    private static BigDecimal mean(List<OhlcvBar> bars) {
        return bars.stream()
                .map(OhlcvBar::close)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(bars.size()), 10, RoundingMode.UNNECESSARY);
    }

    private static List<OhlcvBar> walk(long seed, int count) {
        Random random = new Random(seed);
        int[] cents = {10_000};
        return bars(
                IntStream.range(0, count)
                        .mapToObj(i -> {
                            cents[0] += random.nextInt(-20, 21);
                            return BigDecimal.valueOf(cents[0], 2).toPlainString();
                        })
                        .toArray(String[]::new));
    }

    private static List<OhlcvBar> bars(String... closes) {
        List<BigDecimal> prices = Stream.of(closes).map(BigDecimal::new).toList();
        return IntStream.range(0, prices.size())
                .mapToObj(i -> {
                    BigDecimal close = prices.get(i);
                    return new OhlcvBar(
                            ACME,
                            FIRST.plusDays(i),
                            close,
                            close,
                            close,
                            close,
                            1,
                            Provider.ALPHA_VANTAGE);
                })
                .toList();
    }
}
