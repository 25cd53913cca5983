package dev.bellwether.market.indicator;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// One indicator with its settings: how it begins, how it goes on from a text, and what the
/// textbook says, figure by figure.
///
/// @param unstableBars of each figure
record Candidate(
        String name,
        List<String> figureNames,
        List<Integer> unstableBars,
        Supplier<Running> fresh,
        Function<String, Running> restored,
        Function<List<PriceBar>, List<List<BigDecimal>>> textbook) {

    /// The usual settings, then small ones, then the smallest.
    static List<Candidate> all() {
        return Stream.of(
                        Stream.of(20, 1, 200).map(Candidate::ema),
                        Stream.of(14, 2, 1).map(Candidate::rsi),
                        Stream.of(macd(12, 26, 9), macd(1, 2, 1), macd(3, 5, 4)),
                        Stream.of(20, 7, 1).map(Candidate::deviation),
                        Stream.of(bollinger(20, 2), bollinger(7, 2.5), bollinger(1, 2)),
                        Stream.of(
                                stochastic(14, 1, 3),
                                stochastic(14, 3, 3),
                                stochastic(5, 2, 4),
                                stochastic(1, 1, 1)))
                .flatMap(candidates -> candidates)
                .toList();
    }

    /// Compared with the textbook exactly, elsewhere; here for its state.
    static Candidate sma(int n) {
        Sma sma = new Sma(n);
        return new Candidate(
                "sma " + n,
                List.of("sma"),
                List.of(sma.unstableBars()),
                () -> Running.sma(new Sma(n)),
                text -> Running.sma(Sma.restore(Sma.State.parse(text))),
                bars -> List.of(Textbook.sma(closes(bars), n)));
    }

    private static Candidate ema(int n) {
        return new Candidate(
                "ema " + n,
                List.of("ema"),
                List.of(new Ema(n).unstableBars()),
                () -> Running.ema(new Ema(n)),
                text -> Running.ema(Ema.restore(Ema.State.parse(text))),
                bars -> List.of(Textbook.ema(closes(bars), n)));
    }

    private static Candidate rsi(int n) {
        return new Candidate(
                "rsi " + n,
                List.of("rsi"),
                List.of(new Rsi(n).unstableBars()),
                () -> Running.rsi(new Rsi(n)),
                text -> Running.rsi(Rsi.restore(Rsi.State.parse(text))),
                bars -> List.of(Textbook.rsi(closes(bars), n)));
    }

    private static Candidate macd(int fast, int slow, int signal) {
        Macd macd = new Macd(fast, slow, signal);
        return new Candidate(
                "macd %d %d %d".formatted(fast, slow, signal),
                List.of("value", "signal", "histogram"),
                List.of(macd.unstableBars(), macd.unstableSignalBars(), macd.unstableSignalBars()),
                () -> Running.macd(new Macd(fast, slow, signal)),
                text -> Running.macd(Macd.restore(Macd.State.parse(text))),
                bars -> {
                    List<BigDecimal> values = Textbook.macd(closes(bars), fast, slow);
                    return List.of(
                            values,
                            Textbook.ema(values, signal),
                            Textbook.histogram(values, signal));
                });
    }

    private static Candidate deviation(int n) {
        return new Candidate(
                "deviation " + n,
                List.of("deviation"),
                List.of(new StandardDeviation(n).unstableBars()),
                () -> Running.deviation(new StandardDeviation(n)),
                text ->
                        Running.deviation(
                                StandardDeviation.restore(StandardDeviation.State.parse(text))),
                bars -> List.of(Textbook.deviation(closes(bars), n)));
    }

    private static Candidate bollinger(int n, double deviations) {
        int unstable = new BollingerBands(n, deviations).unstableBars();
        BigDecimal k = BigDecimal.valueOf(deviations);
        return new Candidate(
                "bollinger %d %s".formatted(n, deviations),
                List.of("lower", "middle", "upper"),
                List.of(unstable, unstable, unstable),
                () -> Running.bollinger(new BollingerBands(n, deviations)),
                text -> Running.bollinger(BollingerBands.restore(BollingerBands.State.parse(text))),
                bars ->
                        List.of(
                                Textbook.band(closes(bars), n, k.negate()),
                                Textbook.sma(closes(bars), n),
                                Textbook.band(closes(bars), n, k)));
    }

    private static Candidate stochastic(int n, int kSmooth, int dPeriod) {
        Stochastic stochastic = new Stochastic(n, kSmooth, dPeriod);
        return new Candidate(
                "stochastic %d %d %d".formatted(n, kSmooth, dPeriod),
                List.of("%K", "%D"),
                List.of(stochastic.unstableBars(), stochastic.unstableDBars()),
                () -> Running.stochastic(new Stochastic(n, kSmooth, dPeriod)),
                text -> Running.stochastic(Stochastic.restore(Stochastic.State.parse(text))),
                bars -> {
                    List<BigDecimal> k = Textbook.percentK(bars, n, kSmooth);
                    return List.of(k, Textbook.sma(k, dPeriod));
                });
    }

    static List<BigDecimal> closes(List<PriceBar> bars) {
        return bars.stream().map(PriceBar::close).toList();
    }

    /// The figures at every bar of one unbroken run.
    List<List<OptionalDouble>> run(List<PriceBar> bars) {
        Running running = fresh.get();
        return bars.stream()
                .map(bar -> {
                    running.add(bar);
                    return running.figures();
                })
                .toList();
    }

    /// This indicator, held against the formula of the other one.
    Candidate judgedAs(Candidate other) {
        return new Candidate(
                name + " as " + other.name,
                figureNames,
                unstableBars,
                fresh,
                restored,
                other.textbook);
    }

    @Override
    public String toString() {
        return name;
    }
}
