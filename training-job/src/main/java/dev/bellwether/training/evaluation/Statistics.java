package dev.bellwether.training.evaluation;

import java.util.Arrays;

/// Figures of a series of numbers.
public final class Statistics {
    private Statistics() {}

    public static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /// Population standard deviation, over n: the one that Smile 2.6 scales by.
    public static double deviation(double[] values) {
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / values.length);
    }

    public static double meanAbsolute(double[] values) {
        return mean(Arrays.stream(values).map(Math::abs).toArray());
    }

    public static double rootMeanSquare(double[] values) {
        return Math.sqrt(mean(Arrays.stream(values).map(value -> value * value).toArray()));
    }

    /// The quantile between the two nearest values in order, by linear interpolation.
    ///
    /// @param share from 0 to 1
    public static double quantile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double position = share * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
