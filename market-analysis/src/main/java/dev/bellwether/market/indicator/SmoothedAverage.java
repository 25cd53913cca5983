package dev.bellwether.market.indicator;

import java.math.BigDecimal;
import java.math.MathContext;

/// An average that begins as the simple mean of the first `count` numbers and then goes a fixed
/// part of the way to each next number.
///
/// Every step shrinks what earlier roundings left, so the error stays near the last of 34 digits
/// however long the series; a number equal to the average leaves it as it is, to the digit.
final class SmoothedAverage {
    private static final MathContext DIGITS = MathContext.DECIMAL128;

    private final int count;
    private final BigDecimal weight;
    private final BigDecimal divisor;
    private int seen;
    private BigDecimal figure;

    private SmoothedAverage(int count, long weight, long divisor, int seen, BigDecimal figure) {
        requirePossible(count, seen);
        this.count = count;
        this.weight = BigDecimal.valueOf(weight);
        this.divisor = BigDecimal.valueOf(divisor);
        this.seen = seen;
        this.figure = figure;
    }

    /// Goes 2 / (count + 1) of the way.
    static SmoothedAverage exponential(int count, int seen, BigDecimal figure) {
        return new SmoothedAverage(count, 2, count + 1L, seen, figure);
    }

    /// Goes 1 / count of the way.
    static SmoothedAverage wilder(int count, int seen, BigDecimal figure) {
        return new SmoothedAverage(count, 1, count, seen, figure);
    }

    static void requirePossible(int count, int seen) {
        if (count < 1 || seen < 0 || seen > count) {
            throw new IllegalArgumentException(
                    "An average over %d cannot have begun with %d".formatted(count, seen));
        }
    }

    void add(BigDecimal number) {
        if (isFull()) {
            BigDecimal step = number.subtract(figure).multiply(weight).divide(divisor, DIGITS);
            figure = figure.add(step, DIGITS);
            return;
        }
        seen++;
        figure = figure.add(number);
        if (isFull()) {
            figure = figure.divide(BigDecimal.valueOf(count), DIGITS);
        }
    }

    boolean isFull() {
        return seen == count;
    }

    int count() {
        return count;
    }

    /// How many numbers the mean at the beginning has so far, `count` at most.
    int seen() {
        return seen;
    }

    /// The average; before it is full the sum so far.
    BigDecimal figure() {
        return figure;
    }
}
