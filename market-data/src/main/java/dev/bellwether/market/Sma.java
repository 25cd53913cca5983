package dev.bellwether.market;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.Deque;

/// Simple moving average of the last `barCount` closes, kept as an exact sum.
///
/// It has no value before it has seen `barCount` closes; it never averages fewer.
public final class Sma {
    private static final int SHOWN_DECIMALS = 6;

    private final int barCount;
    private final Deque<BigDecimal> window = new ArrayDeque<>();
    private BigDecimal sum = BigDecimal.ZERO;

    /// An average over `barCount` closes; throws IllegalArgumentException when that is below 1.
    public Sma(int barCount) {
        if (barCount < 1) {
            throw new IllegalArgumentException(
                    "An average needs at least one bar, not " + barCount);
        }
        this.barCount = barCount;
    }

    /// Takes the next close.
    public void add(BigDecimal close) {
        window.addLast(close);
        sum = sum.add(close);
        if (window.size() > barCount) {
            sum = sum.subtract(window.removeFirst());
        }
    }

    /// Whether `barCount` closes have been seen.
    public boolean isFull() {
        return window.size() == barCount;
    }

    /// Below, at or above zero as this average is below, level with or above the other; exact,
    /// since the sums are multiplied up instead of divided down. Throws IllegalStateException
    /// before both are full.
    public int compareTo(Sma other) {
        requireFull();
        other.requireFull();
        return sum.multiply(BigDecimal.valueOf(other.barCount))
                .compareTo(other.sum.multiply(BigDecimal.valueOf(barCount)));
    }

    /// The average rounded half even to 6 decimals, for reading. Throws IllegalStateException
    /// before it is full.
    public BigDecimal rounded() {
        requireFull();
        return sum.divide(BigDecimal.valueOf(barCount), SHOWN_DECIMALS, RoundingMode.HALF_EVEN);
    }

    private void requireFull() {
        if (!isFull()) {
            throw new IllegalStateException(
                    "An average over %d bars has no value after %d"
                            .formatted(barCount, window.size()));
        }
    }
}
