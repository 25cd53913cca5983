package dev.bellwether.training.evaluation;

import java.util.Arrays;

/// Intervals from past errors (split conformal prediction, over a rolling window): half as wide as
/// the error that four in five of the last 250 errors did not exceed, with the correction for their
/// number.
public final class Conformal {
    /// The share of outcomes that an interval is to hold.
    public static final double COVERAGE = 0.8;

    /// Errors that it takes at least.
    public static final int LEAST = 20;

    private static final int WINDOW = 250;

    private final double[] sorted = new double[WINDOW];
    private final double[] ring = new double[WINDOW];
    private int size;
    private int oldest;

    private Conformal() {}

    /// Half the width of the interval after these errors; not a number when there are too few.
    public static double halfWidth(double[] errors) {
        Conformal window = new Conformal();
        for (double error : errors) {
            window.add(Math.abs(error));
        }
        return window.halfWidth();
    }

    /// How often the outcome lay in the interval, each made of the errors known by then.
    ///
    /// @param times when each forecast was made
    /// @param horizon how much later its error was known
    public static Proportion coverage(double[] errors, int[] times, int horizon) {
        Conformal window = new Conformal();
        int known = 0;
        int hits = 0;
        int trials = 0;
        for (int i = 0; i < errors.length; i++) {
            while (known < i && times[known] + horizon <= times[i]) {
                window.add(Math.abs(errors[known++]));
            }
            double width = window.halfWidth();
            if (!Double.isNaN(width)) {
                trials++;
                hits += Math.abs(errors[i]) <= width ? 1 : 0;
            }
        }
        return new Proportion(hits, trials);
    }

    private void add(double error) {
        if (size == WINDOW) {
            int out = Arrays.binarySearch(sorted, 0, size, ring[oldest]);
            System.arraycopy(sorted, out + 1, sorted, out, size - out - 1);
            size--;
            insert(error);
            ring[oldest] = error;
            oldest = (oldest + 1) % WINDOW;
        } else {
            ring[size] = error;
            insert(error);
        }
    }

    private void insert(double error) {
        int found = Arrays.binarySearch(sorted, 0, size, error);
        int at = found < 0 ? -found - 1 : found;
        System.arraycopy(sorted, at, sorted, at + 1, size - at);
        sorted[at] = error;
        size++;
    }

    private double halfWidth() {
        int rank = (int) Math.ceil((size + 1) * COVERAGE);
        return size < LEAST || rank > size ? Double.NaN : sorted[rank - 1];
    }
}
