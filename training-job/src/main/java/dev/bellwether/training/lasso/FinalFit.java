package dev.bellwether.training.lasso;

/// The fit that is published, solved twice: by Smile, whose coefficients are taken, and by the path
/// solver, which they are held against. Smile is given the features that the path solver uses: of
/// all features, as nearly dependent as averages and their differences are, its interior point does
/// not converge.
///
/// @param model what forecasts
/// @param problem scales, and what the penalty is a share of
/// @param penalty for a target of standard deviation 1
/// @param coefficients Smile's, in standard deviations, zero where below a millionth
/// @param own the path solver's
/// @param difference the largest difference between the two, in standard deviations
public record FinalFit(
        LinearModel model,
        Problem problem,
        double penalty,
        double[] coefficients,
        double[] own,
        double difference) {
    /// Above it the two do not agree, and neither is believed.
    public static final double LARGEST_DIFFERENCE = 1e-4;

    /// Fits to the rows. Throws [UncertainFitException] when one of the solvers cannot certify its
    /// answer, or they do not agree.
    ///
    /// @param rows features and target, row after row
    /// @param share of the largest penalty
    public static FinalFit of(double[] rows, Problem problem, double share, LassoFit lasso) {
        double penalty = share * problem.largestPenalty();
        double[][] path = PathSolver.solve(problem, sharesDownTo(share)).coefficients();
        double[] own = path[path.length - 1];
        double[] fitted = new StandardisedRows(rows, problem).fit(lasso, penalty, own);
        double difference = 0;
        for (int j = 0; j < own.length; j++) {
            difference = Math.max(difference, Math.abs(own[j] - fitted[j]));
        }
        if (!(difference <= LARGEST_DIFFERENCE)) {
            throw new UncertainFitException(
                    "two solvers disagree by %.1e standard deviations".formatted(difference));
        }
        return new FinalFit(
                LinearModel.of(problem, fitted), problem, penalty, fitted, own, difference);
    }

    // The way there is shorter from the larger penalties.
    private static double[] sharesDownTo(double share) {
        double[] all = PathSolver.shares();
        int larger = 0;
        while (larger < all.length && all[larger] > share) {
            larger++;
        }
        double[] shares = new double[larger + 1];
        System.arraycopy(all, 0, shares, 0, larger);
        shares[larger] = share;
        return shares;
    }
}
