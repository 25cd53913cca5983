package dev.bellwether.training;

import dev.bellwether.market.OhlcvBar;
import java.util.List;

/// What is known at the close of a day, from its bar and the 20 before it and nothing later.
final class Features {
    /// The features' names, in their order.
    static final List<String> NAMES =
            List.of(
                    "return_1",
                    "return_2",
                    "return_3",
                    "return_4",
                    "return_5",
                    "close_over_sma_5",
                    "close_over_sma_20",
                    "volatility_20",
                    "volume_change",
                    "day_range");

    /// How many bars before the day's own are looked at.
    static final int BARS_BEFORE = 20;

    private static final int LAGS = 5;

    private Features() {}

    /// The features at the close of bar `at`.
    ///
    /// @param bars oldest first
    /// @param at at least [#BARS_BEFORE]
    static double[] of(List<OhlcvBar> bars, int at) {
        double[] features = new double[NAMES.size()];
        int next = 0;
        for (int lag = 0; lag < LAGS; lag++) {
            features[next++] = logReturn(bars, at - lag);
        }
        double logClose = Math.log(close(bars, at));
        features[next++] = logClose - Math.log(meanClose(bars, at, 5));
        features[next++] = logClose - Math.log(meanClose(bars, at, 20));
        features[next++] = volatility(bars, at);
        features[next++] =
                Math.log((bars.get(at).volume() + 1.0) / (bars.get(at - 1).volume() + 1.0));
        features[next] =
                Math.log(bars.get(at).high().doubleValue() / bars.get(at).low().doubleValue());
        return features;
    }

    /// Log of the close over the one before.
    static double logReturn(List<OhlcvBar> bars, int at) {
        return Math.log(close(bars, at) / close(bars, at - 1));
    }

    private static double close(List<OhlcvBar> bars, int at) {
        return bars.get(at).close().doubleValue();
    }

    private static double meanClose(List<OhlcvBar> bars, int at, int barCount) {
        double sum = 0;
        for (int i = at - barCount + 1; i <= at; i++) {
            sum += close(bars, i);
        }
        return sum / barCount;
    }

    // Sample standard deviation of the last 20 log returns.
    private static double volatility(List<OhlcvBar> bars, int at) {
        double sum = 0;
        double squares = 0;
        for (int i = at - BARS_BEFORE + 1; i <= at; i++) {
            double value = logReturn(bars, i);
            sum += value;
            squares += value * value;
        }
        double variance = (squares - sum * sum / BARS_BEFORE) / (BARS_BEFORE - 1);
        return Math.sqrt(Math.max(0, variance));
    }
}
