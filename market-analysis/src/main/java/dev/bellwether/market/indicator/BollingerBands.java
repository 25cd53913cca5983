package dev.bellwether.market.indicator;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// Bollinger Bands: the simple mean of the last `barCount` closes, and `deviations` standard
/// deviations of the same closes below and above it.
///
/// The deviation is the population's (divided by `barCount`), as in John Bollinger, Bollinger on
/// Bollinger Bands, 2001. On a flat window the three are one.
public final class BollingerBands {
    private static final String NAME = "bollinger";

    private final BigDecimal deviations;
    private final StandardDeviation deviation;

    /// Bands over `barCount` closes, such as 20 and 2; throws IllegalArgumentException when
    /// `barCount` is below 1 or `deviations` is not above zero.
    public BollingerBands(int barCount, double deviations) {
        this(new State(barCount, BigDecimal.valueOf(deviations), List.of()));
    }

    private BollingerBands(State state) {
        deviations = state.deviations;
        deviation =
                StandardDeviation.restore(
                        new StandardDeviation.State(state.barCount, state.closes));
    }

    /// The bands as they were when that state was taken.
    public static BollingerBands restore(State state) {
        return new BollingerBands(state);
    }

    /// Takes the next close.
    public void add(BigDecimal close) {
        deviation.add(close);
    }

    /// The bands at the last bar; empty before `barCount` closes were seen.
    public Optional<Bands> value() {
        if (!deviation.isFull()) {
            return Optional.empty();
        }
        BigDecimal middle = deviation.mean();
        BigDecimal width = deviations.multiply(deviation.decimal());
        return Optional.of(
                new Bands(
                        middle.subtract(width).doubleValue(),
                        middle.doubleValue(),
                        middle.add(width).doubleValue()));
    }

    /// How many bars at the start of a series have no value: `barCount` - 1.
    public int unstableBars() {
        return deviation.unstableBars();
    }

    /// All that later values depend on.
    public State state() {
        StandardDeviation.State kept = deviation.state();
        return new State(kept.count(), deviations, kept.numbers());
    }

    /// The three bands at one bar, in the unit of price.
    public record Bands(double lower, double middle, double upper) {}

    /// What the bands have kept.
    ///
    /// @param closes the last `barCount` at most, oldest first
    public record State(int barCount, BigDecimal deviations, List<BigDecimal> closes) {
        public State {
            Window.requireWithin(barCount, closes);
            if (deviations.signum() <= 0) {
                throw new IllegalArgumentException(
                        "Bands lie more than 0 deviations apart, not " + deviations);
            }
            closes = List.copyOf(closes);
        }

        /// The state as `bollinger <barCount> <deviations> <closes>`: commas between the closes,
        /// `-` for none.
        public String text() {
            return StateText.write(NAME, barCount, deviations, StateText.list(closes));
        }

        /// The state of that text; throws IllegalArgumentException when it has another form.
        public static State parse(String text) {
            StateText figures = StateText.parse(text, NAME, 3);
            return new State(figures.count(1), figures.decimal(2), figures.decimals(3));
        }
    }
}
