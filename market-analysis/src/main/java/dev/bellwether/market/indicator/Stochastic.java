package dev.bellwether.market.indicator;

import dev.bellwether.market.OhlcvBar;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.OptionalDouble;

/// Stochastic oscillator, 0 to 100 (George Lane, Lane's Stochastics, 1984): where the close lies
/// between the lowest low and the highest high of the last `barCount` bars.
///
/// %K is the simple mean of the last `kSmooth` such positions (1 makes the fast stochastic, 3 the
/// slow one), %D the simple mean of the last `dPeriod` %K. When highest high and lowest low are
/// equal, the position is 50: the close is then neither near the top nor near the bottom.
public final class Stochastic {
    private static final String NAME = "stochastic";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal NO_RANGE = BigDecimal.valueOf(50);

    private final Window highs;
    private final Window lows;
    private final Window positions;
    private final Window smoothed;

    /// Such as 14, 3 and 3; throws IllegalArgumentException when one is below 1.
    public Stochastic(int barCount, int kSmooth, int dPeriod) {
        this(new State(barCount, kSmooth, dPeriod, List.of(), List.of(), List.of(), List.of()));
    }

    private Stochastic(State state) {
        highs = new Window(state.barCount, state.highs);
        lows = new Window(state.barCount, state.lows);
        positions = new Window(state.kSmooth, state.positions);
        smoothed = new Window(state.dPeriod, state.smoothed);
    }

    /// The oscillator as it was when that state was taken.
    public static Stochastic restore(State state) {
        return new Stochastic(state);
    }

    /// Takes the next bar.
    public void add(OhlcvBar bar) {
        add(bar.high(), bar.low(), bar.close());
    }

    /// Takes the next bar's prices; throws IllegalArgumentException when the close is outside low
    /// to high.
    public void add(BigDecimal high, BigDecimal low, BigDecimal close) {
        if (close.compareTo(low) < 0 || close.compareTo(high) > 0) {
            throw new IllegalArgumentException(
                    "close %s is outside low %s to high %s".formatted(close, low, high));
        }
        highs.add(high);
        lows.add(low);
        if (highs.isFull()) {
            positions.add(position(close));
            if (positions.isFull()) {
                smoothed.add(positions.mean());
            }
        }
    }

    /// %K at the last bar; empty before there are `kSmooth` positions.
    public OptionalDouble percentK() {
        return valueOf(positions);
    }

    /// %D at the last bar; empty before there are `dPeriod` %K.
    public OptionalDouble percentD() {
        return valueOf(smoothed);
    }

    /// How many bars at the start of a series have no %K: `barCount` + `kSmooth` - 2.
    public int unstableBars() {
        return highs.size() + positions.size() - 2;
    }

    /// How many bars at the start of a series have no %D: `barCount` + `kSmooth` + `dPeriod` - 3.
    public int unstableDBars() {
        return unstableBars() + smoothed.size() - 1;
    }

    /// All that later values depend on.
    public State state() {
        return new State(
                highs.size(),
                positions.size(),
                smoothed.size(),
                highs.oldestFirst(),
                lows.oldestFirst(),
                positions.oldestFirst(),
                smoothed.oldestFirst());
    }

    private BigDecimal position(BigDecimal close) {
        BigDecimal lowest = lows.lowest();
        BigDecimal range = highs.highest().subtract(lowest);
        return range.signum() == 0
                ? NO_RANGE
                : HUNDRED.multiply(close.subtract(lowest)).divide(range, MathContext.DECIMAL128);
    }

    private static OptionalDouble valueOf(Window window) {
        return window.isFull()
                ? OptionalDouble.of(window.mean().doubleValue())
                : OptionalDouble.empty();
    }

    /// What an oscillator has kept; every list oldest first.
    ///
    /// @param highs of the last `barCount` bars at most
    /// @param lows of the same bars
    /// @param positions of the last `kSmooth` closes at most between low and high, 0 to 100
    /// @param smoothed the last `dPeriod` %K at most
    public record State(
            int barCount,
            int kSmooth,
            int dPeriod,
            List<BigDecimal> highs,
            List<BigDecimal> lows,
            List<BigDecimal> positions,
            List<BigDecimal> smoothed) {
        public State {
            Window.requireWithin(barCount, highs);
            Window.requireWithin(kSmooth, positions);
            Window.requireWithin(dPeriod, smoothed);
            if (highs.size() != lows.size()) {
                throw new IllegalArgumentException(
                        "%d highs and %d lows are not of the same bars"
                                .formatted(highs.size(), lows.size()));
            }
            highs = List.copyOf(highs);
            lows = List.copyOf(lows);
            positions = List.copyOf(positions);
            smoothed = List.copyOf(smoothed);
        }

        /// The state as `stochastic <barCount> <kSmooth> <dPeriod> <highs> <lows> <positions>
        /// <smoothed>`: commas inside a list, `-` for an empty one.
        public String text() {
            return StateText.write(
                    NAME,
                    barCount,
                    kSmooth,
                    dPeriod,
                    StateText.list(highs),
                    StateText.list(lows),
                    StateText.list(positions),
                    StateText.list(smoothed));
        }

        /// The state of that text; throws IllegalArgumentException when it has another form.
        public static State parse(String text) {
            StateText figures = StateText.parse(text, NAME, 7);
            return new State(
                    figures.count(1),
                    figures.count(2),
                    figures.count(3),
                    figures.decimals(4),
                    figures.decimals(5),
                    figures.decimals(6),
                    figures.decimals(7));
        }
    }
}
