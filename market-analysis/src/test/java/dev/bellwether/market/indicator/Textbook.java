package dev.bellwether.market.indicator;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The indicators over a whole series, written from their formulas and from nothing of the running
/// forms, in 50 digits so that what differs is the running form's.
///
/// A list of values has none for the bars in front that the formula does not reach: it ends with
/// the series' last bar and is as long as the formula has values.
final class Textbook {
    private static final MathContext DIGITS = new MathContext(50);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal FIFTY = BigDecimal.valueOf(50);

    private Textbook() {}

    /// Mean of the last n.
    static List<BigDecimal> sma(List<BigDecimal> numbers, int n) {
        return overWindows(numbers, n, Textbook::mean);
    }

    /// First the mean of the first n, then 2/(n+1) x + (1 - 2/(n+1)) before.
    static List<BigDecimal> ema(List<BigDecimal> numbers, int n) {
        BigDecimal two = BigDecimal.TWO;
        BigDecimal rest = BigDecimal.valueOf(n - 1L);
        BigDecimal whole = BigDecimal.valueOf(n + 1L);
        return seeded(
                numbers,
                n,
                (before, x) -> two.multiply(x).add(rest.multiply(before)).divide(whole, DIGITS));
    }

    /// RS = average gain / average loss, RSI = 100 - 100 / (1 + RS).
    static List<BigDecimal> rsi(List<BigDecimal> closes, int n) {
        List<BigDecimal> changes =
                overWindows(closes, 2, pair -> pair.get(1).subtract(pair.get(0)));
        List<BigDecimal> gains = wilder(changes.stream().map(Textbook::positive).toList(), n);
        List<BigDecimal> losses =
                wilder(changes.stream().map(c -> positive(c.negate())).toList(), n);
        return zip(
                gains,
                losses,
                (gain, loss) -> {
                    if (loss.signum() == 0) {
                        return gain.signum() == 0 ? FIFTY : HUNDRED;
                    }
                    BigDecimal rs = gain.divide(loss, DIGITS);
                    return HUNDRED.subtract(HUNDRED.divide(BigDecimal.ONE.add(rs), DIGITS));
                });
    }

    static List<BigDecimal> macd(List<BigDecimal> closes, int fast, int slow) {
        return zip(ema(closes, fast), ema(closes, slow), BigDecimal::subtract);
    }

    static List<BigDecimal> histogram(List<BigDecimal> macd, int signal) {
        return zip(macd, ema(macd, signal), BigDecimal::subtract);
    }

    /// Root of the mean of the squared distances from the mean.
    static List<BigDecimal> deviation(List<BigDecimal> numbers, int n) {
        return overWindows(
                numbers,
                n,
                window -> {
                    BigDecimal mean = mean(window);
                    return mean(window.stream().map(x -> x.subtract(mean).pow(2)).toList())
                            .sqrt(DIGITS);
                });
    }

    static List<BigDecimal> band(List<BigDecimal> closes, int n, BigDecimal deviations) {
        return zip(
                sma(closes, n),
                deviation(closes, n),
                (mean, deviation) -> mean.add(deviations.multiply(deviation)));
    }

    /// 100 (close - lowest low) / (highest high - lowest low), smoothed.
    static List<BigDecimal> percentK(List<PriceBar> bars, int n, int smooth) {
        List<BigDecimal> positions =
                overWindows(
                        bars,
                        n,
                        window -> {
                            BigDecimal low =
                                    Collections.min(window.stream().map(PriceBar::low).toList());
                            BigDecimal high =
                                    Collections.max(window.stream().map(PriceBar::high).toList());
                            return high.compareTo(low) == 0
                                    ? FIFTY
                                    : HUNDRED.multiply(window.getLast().close().subtract(low))
                                            .divide(high.subtract(low), DIGITS);
                        });
        return sma(positions, smooth);
    }

    /// The values at their bars: none in front of them.
    static List<Optional<BigDecimal>> atBars(List<BigDecimal> values, int bars) {
        return Stream.concat(
                        Stream.generate(Optional::<BigDecimal>empty).limit(bars - values.size()),
                        values.stream().map(Optional::of))
                .toList();
    }

    static BigDecimal mean(List<BigDecimal> numbers) {
        return numbers.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(numbers.size()), DIGITS);
    }

    /// First the mean of the first n, then ((n - 1) before + x) / n.
    private static List<BigDecimal> wilder(List<BigDecimal> numbers, int n) {
        BigDecimal rest = BigDecimal.valueOf(n - 1L);
        BigDecimal whole = BigDecimal.valueOf(n);
        return seeded(
                numbers, n, (before, x) -> rest.multiply(before).add(x).divide(whole, DIGITS));
    }

    private interface Combination {
        BigDecimal of(BigDecimal one, BigDecimal other);
    }

    private static List<BigDecimal> seeded(List<BigDecimal> numbers, int n, Combination next) {
        List<BigDecimal> values = new ArrayList<>();
        if (numbers.size() >= n) {
            values.add(mean(numbers.subList(0, n)));
            for (BigDecimal x : numbers.subList(n, numbers.size())) {
                values.add(next.of(values.getLast(), x));
            }
        }
        return values;
    }

    private static <T> List<BigDecimal> overWindows(
            List<T> numbers, int n, Function<List<T>, BigDecimal> value) {
        return IntStream.rangeClosed(n, numbers.size())
                .mapToObj(end -> value.apply(numbers.subList(end - n, end)))
                .toList();
    }

    /// Both lists end at the same bar.
    private static List<BigDecimal> zip(
            List<BigDecimal> one, List<BigDecimal> other, Combination combination) {
        int size = Math.min(one.size(), other.size());
        return IntStream.range(0, size)
                .mapToObj(i ->
                        combination.of(
                                one.get(one.size() - size + i), other.get(other.size() - size + i)))
                .toList();
    }

    private static BigDecimal positive(BigDecimal number) {
        return number.max(BigDecimal.ZERO);
    }
}
