package dev.bellwether.training.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/// What is known at the close of a day, from its bar, those before it and the calendar, and nothing
/// later. All are free of the price's level and of splits.
public final class Features {
    /// The features' names, in their order.
    public static final List<String> NAMES =
            List.of(
                    "return_1",
                    "return_2",
                    "return_3",
                    "return_4",
                    "return_5",
                    "return_over_10",
                    "return_over_20",
                    "close_over_open",
                    "close_over_sma_5",
                    "close_over_sma_10",
                    "close_over_sma_20",
                    "volatility_5",
                    "volatility_20",
                    "day_range",
                    "rsi_14",
                    "macd_over_close",
                    "macd_histogram_over_close",
                    "bollinger_position_20",
                    "volume_change",
                    "volume_over_mean_20",
                    "target_on_monday",
                    "target_on_friday",
                    "target_at_turn_of_month",
                    "market_return_1",
                    "market_return_5");

    /// How many bars before the day's own have to be there, uncut: as many as the slowest, the
    /// signal of the MACD, needs.
    public static final int BARS_BEFORE = Indicators.SLOW + Indicators.SIGNAL - 2;

    private static final int LAGS = 5;
    private static final int LAST_DAY_OF_TURN = 3;

    private final PriceSeries series;
    private final MarketReturns market;
    private final Indicators indicators;
    private final double[] closes;
    private final double[] returns;
    private final double[] volumes;

    private Features(PriceSeries series, MarketReturns market) {
        this.series = series;
        this.market = market;
        this.indicators = Indicators.of(series);
        int size = series.size();
        this.closes = new double[size];
        this.returns = new double[size];
        this.volumes = new double[size];
        for (int i = 0; i < size; i++) {
            closes[i] = series.close(i);
            volumes[i] = Math.log(series.volume(i) + 1);
            returns[i] = series.segmentStart(i) < i ? series.logReturn(i) : 0;
        }
    }

    /// The features of a series.
    public static Features of(PriceSeries series, MarketReturns market) {
        return new Features(series, market);
    }

    /// Writes the features at the close of a bar.
    ///
    /// @param at at least [#BARS_BEFORE] bars after the series' last cut
    /// @param target the day that is forecast
    /// @param into row after row
    /// @param start where the first is written
    void write(int at, LocalDate target, double[] into, int start) {
        int next = start;
        for (int lag = 0; lag < LAGS; lag++) {
            into[next++] = returns[at - lag];
        }
        into[next++] = Math.log(closes[at] / closes[at - 10]);
        into[next++] = Math.log(closes[at] / closes[at - 20]);
        into[next++] = Math.log(closes[at] / series.open(at));
        into[next++] = Math.log(closes[at] / mean(closes, at, 5));
        into[next++] = Math.log(closes[at] / mean(closes, at, 10));
        into[next++] = Math.log(closes[at] / mean(closes, at, 20));
        into[next++] = deviation(returns, at, 5);
        into[next++] = deviation(returns, at, 20);
        into[next++] = Math.log(series.high(at) / series.low(at));
        into[next++] = indicators.rsi[at] / 100 - 0.5;
        into[next++] = indicators.macd[at] / closes[at];
        into[next++] = indicators.histogram[at] / closes[at];
        into[next++] = bollinger(at);
        into[next++] = volumes[at] - volumes[at - 1];
        into[next++] = volumes[at] - mean(volumes, at, 20);
        into[next++] = target.getDayOfWeek() == DayOfWeek.MONDAY ? 1 : 0;
        into[next++] = target.getDayOfWeek() == DayOfWeek.FRIDAY ? 1 : 0;
        into[next++] = isTurnOfMonth(target) ? 1 : 0;
        into[next++] = market.ofOthers(series, at);
        into[next] = marketOver(at, LAGS);
    }

    // Where the close lies between the bands: -1 at the lower, 1 at the upper.
    private double bollinger(int at) {
        double width = 2 * deviation(closes, at, 20);
        return width <= 1e-12 * closes[at] ? 0 : (closes[at] - mean(closes, at, 20)) / width;
    }

    private double marketOver(int at, int days) {
        double sum = 0;
        for (int lag = 0; lag < days; lag++) {
            sum += market.ofOthers(series, at - lag);
        }
        return sum;
    }

    private static boolean isTurnOfMonth(LocalDate day) {
        return day.getDayOfMonth() <= LAST_DAY_OF_TURN
                || day.getDayOfMonth() == day.lengthOfMonth();
    }

    private static double mean(double[] values, int at, int count) {
        double sum = 0;
        for (int i = at - count + 1; i <= at; i++) {
            sum += values[i];
        }
        return sum / count;
    }

    // The population's, by two passes: nothing is lost by cancellation.
    private static double deviation(double[] values, int at, int count) {
        double mean = mean(values, at, count);
        double squares = 0;
        for (int i = at - count + 1; i <= at; i++) {
            squares += (values[i] - mean) * (values[i] - mean);
        }
        return Math.sqrt(squares / count);
    }
}
