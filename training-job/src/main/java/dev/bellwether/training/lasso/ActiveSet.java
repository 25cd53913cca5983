package dev.bellwether.training.lasso;

/// The features that a solution uses, and the exact solution if it is these and their signs: the
/// linear equations G w = c - penalty * sign, by Cholesky's factors.
final class ActiveSet {
    // Of a column of length 1: what is left of it beside the others. Below, it is one of them.
    private static final double SMALLEST_PIVOT = 1e-9;

    private final int features;
    private final double[] gram;
    private final int[] members;
    private final double[] signs;
    private final double[] factor;
    private final double[] solution;
    private int size;
    private boolean solvable;

    ActiveSet(Problem problem) {
        features = problem.features();
        gram = problem.gram();
        members = new int[features];
        signs = new double[features];
        factor = new double[features * features];
        solution = new double[features];
        solvable = true;
    }

    /// Takes the features with a coefficient; keeps the factors when they are the ones it has.
    void take(double[] coefficients) {
        boolean same = true;
        int next = 0;
        for (int j = 0; j < features; j++) {
            if (coefficients[j] != 0) {
                same &= next < size && members[next] == j;
                members[next] = j;
                signs[next] = Math.signum(coefficients[j]);
                next++;
            }
        }
        same &= next == size;
        size = next;
        if (!same) {
            solvable = factorise();
        }
    }

    /// Solves for the penalty; false when the columns are not independent.
    boolean solve(double[] correlations, double penalty) {
        if (!solvable) {
            return false;
        }
        for (int i = 0; i < size; i++) {
            double value = correlations[members[i]] - penalty * signs[i];
            for (int k = 0; k < i; k++) {
                value -= factor[i * features + k] * solution[k];
            }
            solution[i] = value / factor[i * features + i];
        }
        for (int i = size - 1; i >= 0; i--) {
            double value = solution[i];
            for (int k = i + 1; k < size; k++) {
                value -= factor[k * features + i] * solution[k];
            }
            solution[i] = value / factor[i * features + i];
        }
        return true;
    }

    /// Goes from the coefficients towards the solution as far as every sign is kept; the one that
    /// would change its sign first is zero then. True when the solution was reached.
    boolean moveTowardsSolution(double[] coefficients) {
        double step = 1;
        int first = -1;
        for (int i = 0; i < size; i++) {
            double from = coefficients[members[i]];
            if (solution[i] * signs[i] <= 0 && from / (from - solution[i]) < step) {
                step = from / (from - solution[i]);
                first = i;
            } else if (solution[i] * signs[i] <= 0 && first < 0) {
                first = i;
            }
        }
        for (int i = 0; i < size; i++) {
            double from = coefficients[members[i]];
            coefficients[members[i]] = first < 0 ? solution[i] : from + step * (solution[i] - from);
        }
        if (first >= 0) {
            coefficients[members[first]] = 0;
        }
        return first < 0;
    }

    /// c - Gw.
    void gradient(double[] correlations, double[] coefficients, double[] into) {
        System.arraycopy(correlations, 0, into, 0, features);
        for (int j = 0; j < features; j++) {
            double w = coefficients[j];
            int row = j * features;
            for (int k = 0; w != 0 && k < features; k++) {
                into[k] -= w * gram[row + k];
            }
        }
    }

    private boolean factorise() {
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double value = gram[members[i] * features + members[j]];
                for (int k = 0; k < j; k++) {
                    value -= factor[i * features + k] * factor[j * features + k];
                }
                if (i != j) {
                    factor[i * features + j] = value / factor[j * features + j];
                } else if (value < SMALLEST_PIVOT) {
                    return false;
                } else {
                    factor[i * features + i] = Math.sqrt(value);
                }
            }
        }
        return true;
    }
}
