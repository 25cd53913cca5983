package dev.bellwether.training;

import dev.bellwether.market.OhlcvBar;
import dev.bellwether.market.SeriesFacts;
import dev.bellwether.training.sample.PriceSeries;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Whether features stay what they are, to the last bit, when the future is cut off.
final class LookAhead {
    private static final int CUTS = 3;

    private LookAhead() {}

    /// Where features come from.
    @FunctionalInterface
    interface Source {
        /// The features of a bar, by whatever the series holds.
        Optional<double[]> at(PriceSeries series, int bar);
    }

    /// Cuts the bars at a few places and compares the features of the newest bar with those that
    /// the whole series gives it.
    static boolean isFree(List<OhlcvBar> bars, SeriesFacts facts, Source source) {
        PriceSeries whole = PriceSeries.of(bars, facts);
        for (int cut = 1; cut <= CUTS; cut++) {
            int known = bars.size() * cut / (CUTS + 1);
            if (known > 0) {
                PriceSeries past = PriceSeries.of(bars.subList(0, known), facts);
                if (!isSame(source.at(past, known - 1), source.at(whole, known - 1))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isSame(Optional<double[]> one, Optional<double[]> other) {
        return one.isPresent() == other.isPresent()
                && (one.isEmpty() || Arrays.equals(one.get(), other.get()));
    }
}
