package dev.bellwether.market.indicator;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/// The last `size` numbers. Whatever is asked of them is computed from them alone, never carried
/// along, so it cannot drift.
final class Window {
    private final int size;
    private final Deque<BigDecimal> numbers = new ArrayDeque<>();

    Window(int size) {
        this(size, List.of());
    }

    Window(int size, List<BigDecimal> numbers) {
        requireWithin(size, numbers);
        this.size = size;
        this.numbers.addAll(numbers);
    }

    static void requireWithin(int size, List<BigDecimal> numbers) {
        if (size < 1 || numbers.size() > size) {
            throw new IllegalArgumentException(
                    "A window of %d cannot hold %d numbers".formatted(size, numbers.size()));
        }
    }

    void add(BigDecimal number) {
        numbers.addLast(number);
        if (numbers.size() > size) {
            numbers.removeFirst();
        }
    }

    int size() {
        return size;
    }

    boolean isFull() {
        return numbers.size() == size;
    }

    BigDecimal sum() {
        return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal mean() {
        return sum().divide(BigDecimal.valueOf(size), MathContext.DECIMAL128);
    }

    BigDecimal sumOfSquares() {
        return numbers.stream()
                .map(number -> number.multiply(number))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal highest() {
        return Collections.max(numbers);
    }

    BigDecimal lowest() {
        return Collections.min(numbers);
    }

    List<BigDecimal> oldestFirst() {
        return List.copyOf(numbers);
    }
}
