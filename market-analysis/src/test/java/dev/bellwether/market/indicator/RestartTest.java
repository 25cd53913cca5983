package dev.bellwether.market.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A run that was stopped and went on from the text of its state has the same values, bit for bit.
class RestartTest {
    // Sixty flat bars, then moves: both sides of every edge case.
    private static final List<PriceBar> BARS = SyntheticSeries.rough(7, 160);

    // Real closes hold what synthetic ones do not, such as 9.972000000000001.
    private static final int CUT_EVERYWHERE = 400;

    @ParameterizedTest
    @MethodSource("candidates")
    void everyCutIsWithoutTrace(Candidate candidate) {
        everyCut(candidate, BARS);
        everyCut(candidate, SyntheticSeries.walk(8, 80));
    }

    @ParameterizedTest
    @MethodSource("candidates")
    void restartsAfterEveryBarAreWithoutTrace(Candidate candidate) {
        restarts(candidate, SyntheticSeries.rough(9, 2_000));
    }

    @ParameterizedTest
    @EnumSource
    void cutsOfRealSeriesAreWithoutTrace(RealSeries folder) throws IOException {
        Map<String, List<PriceBar>> series =
                folder.readOrSkip("RestartTest.cutsOfRealSeriesAreWithoutTrace");

        assertThat(series).isNotEmpty();
        series.forEach((file, bars) -> {
            candidates()
                    .forEach(candidate -> {
                        restarts(candidate, bars);
                        if (bars.size() <= CUT_EVERYWHERE) {
                            everyCut(candidate, bars);
                        }
                    });
            System.out.printf(
                    "%s: %d bars, restarted after every bar%s: all bits equal%n",
                    file, bars.size(), bars.size() <= CUT_EVERYWHERE ? ", cut at every bar" : "");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ema",
                "ema 5 3",
                "ema 5 3 1 2",
                "sma 5 3 1.5",
                "ema five 3 1.5",
                "ema 5 3 x",
                "ema 5 6 1.5",
                "ema 5 -1 1.5",
                "ema 0 0 0",
                "rsi 2 1 - 1 0",
                "rsi 2 1 9 -1 0",
                "rsi 2 3 9 1 0",
                "macd|ema 2 0 0|ema 2 0 0|ema 1 0 0",
                "macd|ema 2 0 0|ema 3 0 0",
                "deviation 2 1,2,3",
                "deviation 2 1,,2",
                "bollinger 2 0 -",
                "bollinger 2 -1 1,2",
                "bollinger 2 2",
                "stochastic 2 1 1 5 5,6 - -",
                "stochastic 2 0 1 5 5 - -",
                "sma 2",
                "sma 2 1,2,3",
                "sma 2 1,x",
                "sma 0 -"
            })
    void textOfAnotherFormIsRefused(String text) {
        assertThatThrownBy(() -> restored(text)).isInstanceOf(IllegalArgumentException.class);
    }

    static Stream<Candidate> candidates() {
        return Stream.concat(Stream.of(20, 7, 1).map(Candidate::sma), Candidate.all().stream());
    }

    private static void everyCut(Candidate candidate, List<PriceBar> bars) {
        List<List<Long>> unbroken = bits(candidate.run(bars));
        Running untilCut = candidate.fresh().get();
        for (int cut = 0; cut <= bars.size(); cut++) {
            String text = untilCut.stateText();
            Running after = candidate.restored().apply(text);
            assertThat(after.stateText()).isEqualTo(text);
            assertThat(after.figures()).isEqualTo(untilCut.figures());
            for (int i = cut; i < bars.size(); i++) {
                after.add(bars.get(i));
                requireEqual(bits(after), unbroken.get(i), candidate, cut, i);
            }
            if (cut < bars.size()) {
                untilCut.add(bars.get(cut));
            }
        }
    }

    private static void restarts(Candidate candidate, List<PriceBar> bars) {
        List<List<Long>> unbroken = bits(candidate.run(bars));
        Running running = candidate.fresh().get();
        for (int i = 0; i < bars.size(); i++) {
            running = candidate.restored().apply(running.stateText());
            running.add(bars.get(i));
            requireEqual(bits(running), unbroken.get(i), candidate, i, i);
        }
    }

    // Not by AssertJ: there are millions.
    private static void requireEqual(
            List<Long> bits, List<Long> unbroken, Candidate candidate, int cut, int bar) {
        if (!bits.equals(unbroken)) {
            throw new AssertionError(
                    "%s, cut before bar %d, has other bits at bar %d: %s, not %s"
                            .formatted(candidate, cut, bar, bits, unbroken));
        }
    }

    private static List<List<Long>> bits(List<List<OptionalDouble>> run) {
        return run.stream().map(RestartTest::bitsOf).toList();
    }

    private static List<Long> bits(Running running) {
        return bitsOf(running.figures());
    }

    /// Presence and raw bits, in turn.
    private static List<Long> bitsOf(List<OptionalDouble> figures) {
        return figures.stream()
                .flatMap(figure ->
                        Stream.of(
                                figure.isPresent() ? 1L : 0L,
                                Double.doubleToRawLongBits(figure.orElse(0))))
                .toList();
    }

    private static Object restored(String text) {
        return switch (text.split("[ |]", -1)[0]) {
            case "rsi" -> Rsi.restore(Rsi.State.parse(text));
            case "macd" -> Macd.restore(Macd.State.parse(text));
            case "deviation" -> StandardDeviation.restore(StandardDeviation.State.parse(text));
            case "bollinger" -> BollingerBands.restore(BollingerBands.State.parse(text));
            case "stochastic" -> Stochastic.restore(Stochastic.State.parse(text));
            case "sma" -> Sma.restore(Sma.State.parse(text));
            default -> Ema.restore(Ema.State.parse(text));
        };
    }
}
