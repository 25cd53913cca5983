package dev.bellwether.market.indicator;

import java.math.BigDecimal;
import java.util.OptionalDouble;

/// Exponential moving average of closes.
///
/// The first value is the simple mean of the first `barCount` closes; each later one goes 2 /
/// (barCount + 1) of the way from the one before to the close.
public final class Ema {
    private static final String NAME = "ema";

    private final SmoothedAverage average;

    /// An average over `barCount` closes; throws IllegalArgumentException when that is below 1.
    public Ema(int barCount) {
        this(new State(barCount, 0, BigDecimal.ZERO));
    }

    private Ema(State state) {
        average = SmoothedAverage.exponential(state.barCount, state.closes, state.figure);
    }

    /// The average as it was when that state was taken.
    public static Ema restore(State state) {
        return new Ema(state);
    }

    /// Takes the next close.
    public void add(BigDecimal close) {
        average.add(close);
    }

    /// The average at the last bar; empty before it is full.
    public OptionalDouble value() {
        return isFull() ? OptionalDouble.of(decimal().doubleValue()) : OptionalDouble.empty();
    }

    /// How many bars at the start of a series have no value: `barCount` - 1.
    public int unstableBars() {
        return average.count() - 1;
    }

    /// All that later values depend on.
    public State state() {
        return new State(average.count(), average.seen(), average.figure());
    }

    boolean isFull() {
        return average.isFull();
    }

    /// The average with all its digits, once it is full.
    BigDecimal decimal() {
        return average.figure();
    }

    /// What an exponential average has kept.
    ///
    /// @param closes how many closes the first value has so far, `barCount` at most
    /// @param figure the average; the sum of the closes while there are fewer than `barCount`
    public record State(int barCount, int closes, BigDecimal figure) {
        public State {
            SmoothedAverage.requirePossible(barCount, closes);
        }

        /// The state as `ema <barCount> <closes> <figure>`.
        public String text() {
            return StateText.write(NAME, barCount, closes, figure);
        }

        /// The state of that text; throws IllegalArgumentException when it has another form.
        public static State parse(String text) {
            StateText figures = StateText.parse(text, NAME, 3);
            return new State(figures.count(1), figures.count(2), figures.decimal(3));
        }
    }
}
