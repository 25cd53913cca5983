package dev.bellwether.market.indicator;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;

/// Moving average convergence/divergence (Gerald Appel): fast less slow exponential average of the
/// closes, in the unit of price; its own exponential average, the signal; and the histogram, value
/// less signal.
///
/// Each average begins with the mean of its own first numbers: the fast one `fast` closes, the slow
/// one `slow` closes, the signal `signal` values.
public final class Macd {
    private static final String NAME = "macd";
    private static final String SEPARATOR = "|";

    private final Ema fast;
    private final Ema slow;
    private final Ema signal;

    /// Throws IllegalArgumentException unless 1 <= `fast` < `slow` and `signal` is at least 1.
    public Macd(int fast, int slow, int signal) {
        this(new State(new Ema(fast).state(), new Ema(slow).state(), new Ema(signal).state()));
    }

    private Macd(State state) {
        fast = Ema.restore(state.fast);
        slow = Ema.restore(state.slow);
        signal = Ema.restore(state.signal);
    }

    /// The three as they were when that state was taken.
    public static Macd restore(State state) {
        return new Macd(state);
    }

    /// Takes the next close.
    public void add(BigDecimal close) {
        fast.add(close);
        slow.add(close);
        if (slow.isFull()) {
            signal.add(difference());
        }
    }

    /// Fast less slow average at the last bar; empty before the slow one is full.
    public OptionalDouble value() {
        return slow.isFull()
                ? OptionalDouble.of(difference().doubleValue())
                : OptionalDouble.empty();
    }

    /// The average of the values; empty before it is full.
    public OptionalDouble signal() {
        return signal.value();
    }

    /// Value less signal; empty before there is a signal.
    public OptionalDouble histogram() {
        return signal.isFull()
                ? OptionalDouble.of(difference().subtract(signal.decimal()).doubleValue())
                : OptionalDouble.empty();
    }

    /// How many bars at the start of a series have no value: `slow` - 1.
    public int unstableBars() {
        return slow.unstableBars();
    }

    /// How many bars at the start of a series have no signal and no histogram: `slow` + `signal` -
    /// 2.
    public int unstableSignalBars() {
        return slow.unstableBars() + signal.unstableBars();
    }

    /// All that later values depend on.
    public State state() {
        return new State(fast.state(), slow.state(), signal.state());
    }

    private BigDecimal difference() {
        return fast.decimal().subtract(slow.decimal());
    }

    /// What the three averages have kept.
    public record State(Ema.State fast, Ema.State slow, Ema.State signal) {
        public State {
            if (fast.barCount() >= slow.barCount()) {
                throw new IllegalArgumentException(
                        "A MACD needs 1 <= fast < slow, not %d and %d"
                                .formatted(fast.barCount(), slow.barCount()));
            }
        }

        /// The state as `macd|<fast>|<slow>|<signal>`, each the text of an average.
        public String text() {
            return String.join(SEPARATOR, NAME, fast.text(), slow.text(), signal.text());
        }

        /// The state of that text; throws IllegalArgumentException when it has another form.
        public static State parse(String text) {
            List<String> parts = List.of(text.split("\\" + SEPARATOR, -1));
            if (parts.size() != 4 || !parts.getFirst().equals(NAME)) {
                throw new IllegalArgumentException(
                        "'%s' is no state of %s: the name and three averages are"
                                .formatted(text, NAME));
            }
            return new State(
                    Ema.State.parse(parts.get(1)),
                    Ema.State.parse(parts.get(2)),
                    Ema.State.parse(parts.get(3)));
        }
    }
}
