package dev.bellwether.market.indicator;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// Relative strength index, 0 to 100 (J. Welles Wilder, New Concepts in Technical Trading Systems,
/// 1978): 100 - 100 / (1 + average gain / average loss).
///
/// The first averages are the simple means over the first `barCount` changes from close to close;
/// each later one is (`barCount` - 1 times the one before, plus the change) / `barCount`. Without a
/// loss the index is 100, the limit of the formula. Without a move at all Wilder's formula says
/// nothing; the index is 50 then, as for any equal gain and loss.
public final class Rsi {
    private static final String NAME = "rsi";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final double NO_MOVES = 50;

    private final SmoothedAverage gain;
    private final SmoothedAverage loss;
    private @Nullable BigDecimal lastClose;

    /// An index over `barCount` changes; throws IllegalArgumentException when that is below 1.
    public Rsi(int barCount) {
        this(new State(barCount, 0, null, BigDecimal.ZERO, BigDecimal.ZERO));
    }

    private Rsi(State state) {
        gain = SmoothedAverage.wilder(state.barCount, state.changes, state.gain);
        loss = SmoothedAverage.wilder(state.barCount, state.changes, state.loss);
        lastClose = state.lastClose;
    }

    /// The index as it was when that state was taken.
    public static Rsi restore(State state) {
        return new Rsi(state);
    }

    /// Takes the next close.
    public void add(BigDecimal close) {
        if (lastClose != null) {
            BigDecimal change = close.subtract(lastClose);
            gain.add(change.max(BigDecimal.ZERO));
            loss.add(change.negate().max(BigDecimal.ZERO));
        }
        lastClose = close;
    }

    /// The index at the last bar; empty before it is full.
    public OptionalDouble value() {
        if (!gain.isFull()) {
            return OptionalDouble.empty();
        }
        BigDecimal moves = gain.figure().add(loss.figure());
        // The same as Wilder's formula, without its division by a loss of zero.
        return OptionalDouble.of(
                moves.signum() == 0
                        ? NO_MOVES
                        : HUNDRED.multiply(gain.figure())
                                .divide(moves, MathContext.DECIMAL128)
                                .doubleValue());
    }

    /// How many bars at the start of a series have no value: `barCount`, as that many changes take
    /// one close more.
    public int unstableBars() {
        return gain.count();
    }

    /// All that later values depend on.
    public State state() {
        return new State(gain.count(), gain.seen(), lastClose, gain.figure(), loss.figure());
    }

    /// What an index has kept.
    ///
    /// @param changes how many changes the first averages have so far, `barCount` at most
    /// @param lastClose null before the first bar
    /// @param gain the average gain; the sum of the gains while `changes` is below `barCount`
    /// @param loss likewise of the losses, as a positive number
    public record State(
            int barCount,
            int changes,
            @Nullable BigDecimal lastClose,
            BigDecimal gain,
            BigDecimal loss) {
        public State {
            SmoothedAverage.requirePossible(barCount, changes);
            if (gain.signum() < 0 || loss.signum() < 0 || lastClose == null && changes > 0) {
                throw new IllegalArgumentException(
                        "Gain %s, loss %s after %d changes from close %s: no index has that"
                                .formatted(gain, loss, changes, lastClose));
            }
        }

        /// The state as `rsi <barCount> <changes> <lastClose> <gain> <loss>`, with `-` for no
        /// close.
        public String text() {
            return StateText.write(
                    NAME,
                    barCount,
                    changes,
                    lastClose == null ? StateText.NONE : lastClose,
                    gain,
                    loss);
        }

        /// The state of that text; throws IllegalArgumentException when it has another form.
        public static State parse(String text) {
            StateText figures = StateText.parse(text, NAME, 5);
            return new State(
                    figures.count(1),
                    figures.count(2),
                    figures.isNone(3) ? null : figures.decimal(3),
                    figures.decimal(4),
                    figures.decimal(5));
        }
    }
}
