package dev.bellwether.training.lasso;

import java.util.ArrayList;
import java.util.List;

/// Coordinate descent over falling penalties, each starting from the solution before (Friedman,
/// Hastie and Tibshirani, Regularization Paths for Generalized Linear Models via Coordinate
/// Descent, 2010), on the samples' covariances.
///
/// Sweeps go over the features that the sequential strong rule lets in (Tibshirani et al., 2012).
/// Once the features and signs of the solution have been found, it is the solution of linear
/// equations, which is what is taken: the answer is exact to rounding, and zero is zero. Whatever
/// the way, each answer carries its duality gap.
public final class PathSolver {
    /// As many penalties as a path has.
    public static final int PENALTIES = 100;

    /// The smallest penalty of a path as a share of the largest.
    public static final double SMALLEST_SHARE = 1e-3;

    private static final double LARGEST_GAP = 1e-10;
    private static final int MOST_SWEEPS = 20_000;
    private static final double ROUNDING = 1e-13;

    private final Problem problem;
    private final int features;
    private final double[] gram;
    private final double[] correlations;
    private final ActiveSet active;
    private final double[] coefficients;
    private final double[] gradient;
    private final int[] allowed;
    private int allowedCount;

    private PathSolver(Problem problem) {
        this.problem = problem;
        this.features = problem.features();
        this.gram = problem.gram();
        this.correlations = problem.correlations();
        this.active = new ActiveSet(problem);
        this.coefficients = new double[features];
        this.gradient = correlations.clone();
        this.allowed = new int[features];
    }

    /// Shares of the largest penalty, falling evenly on a logarithmic scale.
    public static double[] shares() {
        double[] shares = new double[PENALTIES];
        for (int i = 0; i < PENALTIES; i++) {
            shares[i] = Math.pow(SMALLEST_SHARE, (double) i / (PENALTIES - 1));
        }
        return shares;
    }

    /// Solves for every share of the largest penalty. Throws [UncertainFitException] when a
    /// solution cannot be certified.
    ///
    /// @param shares falling, from 1 or below
    public static LassoPath solve(Problem problem, double[] shares) {
        PathSolver solver = new PathSolver(problem);
        double largest = problem.largestPenalty();
        double[] penalties = new double[shares.length];
        double[][] path = new double[shares.length][];
        List<Certificate> certificates = new ArrayList<>();
        double before = largest;
        for (int i = 0; i < shares.length; i++) {
            penalties[i] = shares[i] * largest;
            certificates.add(solver.fit(penalties[i], before));
            path[i] = solver.coefficients.clone();
            before = penalties[i];
        }
        return new LassoPath(penalties, path, certificates, problem);
    }

    private Certificate fit(double penalty, double before) {
        if (penalty <= 0 || penalty >= problem.largestPenalty()) {
            return Certificate.EXACT;
        }
        if (isSolvedByActiveSet(penalty)) {
            return certificate(penalty);
        }
        allow(2 * penalty - before);
        int sweeps = 0;
        for (int next = 1; sweeps < MOST_SWEEPS; next = Math.min(2 * next, 64)) {
            for (int i = 0; i < next; i++) {
                sweep(penalty);
            }
            sweeps += next;
            if (admitViolators(penalty)) {
                continue;
            }
            if (isSolvedByActiveSet(penalty)) {
                return certificate(penalty);
            }
            Certificate reached = certificate(penalty);
            if (reached.gap() <= LARGEST_GAP && next > 1) {
                return reached;
            }
        }
        throw new UncertainFitException(certificate(penalty).gap());
    }

    private Certificate certificate(double penalty) {
        return Certificate.of(correlations, gradient, coefficients, penalty);
    }

    // The strong rule: whatever is below its limit will be zero, save for rare exceptions, which
    // the conditions of optimality show.
    private void allow(double limit) {
        allowedCount = 0;
        for (int j = 0; j < features; j++) {
            if (coefficients[j] != 0 || Math.abs(gradient[j]) >= limit) {
                allowed[allowedCount++] = j;
            }
        }
    }

    private boolean admitViolators(double penalty) {
        int before = allowedCount;
        for (int j = 0; j < features; j++) {
            if (coefficients[j] == 0
                    && Math.abs(gradient[j]) > penalty * (1 + ROUNDING)
                    && !isAllowed(j)) {
                allowed[allowedCount++] = j;
            }
        }
        return allowedCount > before;
    }

    private boolean isAllowed(int feature) {
        for (int i = 0; i < allowedCount; i++) {
            if (allowed[i] == feature) {
                return true;
            }
        }
        return false;
    }

    private void sweep(double penalty) {
        for (int i = 0; i < allowedCount; i++) {
            int j = allowed[i];
            double old = coefficients[j];
            double free = gradient[j] + old;
            double size = Math.abs(free) - penalty;
            double next = size > 0 ? Math.copySign(size, free) : 0;
            double change = next - old;
            if (change != 0) {
                coefficients[j] = next;
                int row = j * features;
                for (int k = 0; k < features; k++) {
                    gradient[k] -= change * gram[row + k];
                }
            }
        }
    }

    // Goes to the solution for the features and signs at hand, dropping those that reach zero on
    // the way there: each step makes the objective smaller, so that columns which are nearly
    // dependent, on which sweeps creep, do not keep it from an end.
    private boolean isSolvedByActiveSet(double penalty) {
        active.take(coefficients);
        while (active.solve(correlations, penalty)) {
            if (active.moveTowardsSolution(coefficients)) {
                active.gradient(correlations, coefficients, gradient);
                return isOptimal(penalty);
            }
            active.take(coefficients);
        }
        active.gradient(correlations, coefficients, gradient);
        return false;
    }

    private boolean isOptimal(double penalty) {
        for (int k = 0; k < features; k++) {
            if (coefficients[k] == 0 && Math.abs(gradient[k]) > penalty + ROUNDING) {
                return false;
            }
        }
        return true;
    }
}
