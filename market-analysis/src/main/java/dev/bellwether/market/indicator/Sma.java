package dev.bellwether.market.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /// The average as it was when that state was taken.
    public static Sma restore(State state) {
        Sma sma = new Sma(state.barCount);
        state.closes.forEach(sma::add);
        return sma;
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

    /// How many bars at the start of a series have no value: `barCount` - 1.
    public int unstableBars() {
        return barCount - 1;
    }

    /// All that later values depend on.
    public State state() {
        return new State(barCount, List.copyOf(window));
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

    /// What an average has kept.
    ///
    /// @param closes the last `barCount` at most, oldest first
    public record State(int barCount, List<BigDecimal> closes) {
        private static final String NAME = "sma";
        private static final String NO_CLOSES = "-";

        public State {
            if (barCount < 1 || closes.size() > barCount) {
                throw new IllegalArgumentException(
                        "An average over %d cannot have kept %d closes"
                                .formatted(barCount, closes.size()));
            }
            closes = List.copyOf(closes);
        }

        /// The state as `sma <barCount> <closes>`: commas between the closes, `-` for none.
        public String text() {
            String list = closes.stream().map(String::valueOf).collect(Collectors.joining(","));
            return "%s %d %s".formatted(NAME, barCount, closes.isEmpty() ? NO_CLOSES : list);
        }

        /// The state of that text; throws IllegalArgumentException when it has another form.
        public static State parse(String text) {
            List<String> words = List.of(text.split(" ", -1));
            if (words.size() != 3 || !words.getFirst().equals(NAME)) {
                throw new IllegalArgumentException("'%s' is no state of sma".formatted(text));
            }
            try {
                return new State(Integer.parseInt(words.get(1)), closes(words.get(2)));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(
                        "'%s' is no state of sma: it holds what is no number".formatted(text), e);
            }
        }

        private static List<BigDecimal> closes(String list) {
            return list.equals(NO_CLOSES)
                    ? List.of()
                    : Stream.of(list.split(",", -1)).map(BigDecimal::new).toList();
        }
    }
}
