package dev.bellwether.market.indicator;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.OptionalDouble;

/// Standard deviation of the last `count` numbers: closes, or changes in percent. It is the
/// population's, whose sum of squares is divided by `count` and not by `count` - 1.
///
/// The square root is taken of an exact difference of exact sums over the window, so what is lost
/// by cancellation in doubles is not lost here, and a flat window gives exactly 0.
public final class StandardDeviation {
    private static final String NAME = "deviation";

    private final Window window;

    /// A deviation over `count` numbers; throws IllegalArgumentException when that is below 1.
    public StandardDeviation(int count) {
        this(new State(count, List.of()));
    }

    private StandardDeviation(State state) {
        window = new Window(state.count, state.numbers);
    }

    /// The deviation as it was when that state was taken.
    public static StandardDeviation restore(State state) {
        return new StandardDeviation(state);
    }

    /// Takes the next number.
    public void add(BigDecimal number) {
        window.add(number);
    }

    /// The deviation, in the unit of the numbers; empty before `count` numbers were seen.
    public OptionalDouble value() {
        return isFull() ? OptionalDouble.of(decimal().doubleValue()) : OptionalDouble.empty();
    }

    /// How many numbers at the start of a series have no value: `count` - 1.
    public int unstableBars() {
        return window.size() - 1;
    }

    /// All that later values depend on.
    public State state() {
        return new State(window.size(), window.oldestFirst());
    }

    boolean isFull() {
        return window.isFull();
    }

    /// The deviation with all its digits, once it is full.
    BigDecimal decimal() {
        BigDecimal count = BigDecimal.valueOf(window.size());
        BigDecimal sum = window.sum();
        BigDecimal squares = count.multiply(window.sumOfSquares()).subtract(sum.multiply(sum));
        return squares.sqrt(MathContext.DECIMAL128).divide(count, MathContext.DECIMAL128);
    }

    /// The mean of the same numbers, once there are enough.
    BigDecimal mean() {
        return window.mean();
    }

    /// What a deviation has kept.
    ///
    /// @param numbers the last `count` at most, oldest first
    public record State(int count, List<BigDecimal> numbers) {
        public State {
            Window.requireWithin(count, numbers);
            numbers = List.copyOf(numbers);
        }

        /// The state as `deviation <count> <numbers>`: commas between them, `-` for none.
        public String text() {
            return StateText.write(NAME, count, StateText.list(numbers));
        }

        /// The state of that text; throws IllegalArgumentException when it has another form.
        public static State parse(String text) {
            StateText figures = StateText.parse(text, NAME, 2);
            return new State(figures.count(1), figures.decimals(2));
        }
    }
}
