package dev.bellwether.training;

import java.util.List;

/// Chooses the Lasso's penalty by the squared error on the validation part, then fits to everything
/// before the test part, judges on the test part, and fits once more to everything for the forecast
/// that is published.
record PenaltySearch(LassoFit lasso, int horizon) {
    private static final int PENALTIES = 12;
    private static final double SMALLEST_SHARE = 0.01;

    Study study(SampleTable table, double[] latest) {
        ChronologicalSplit split = ChronologicalSplit.of(table.samples(), horizon);
        TrainingSet fit = TrainingSet.of(split.fit());
        TrainingSet beforeTest = TrainingSet.of(split.fitAndValidation());
        TrainingSet all = TrainingSet.of(table.samples());
        if (!fit.varies()) {
            return Study.notModelled(table, "closes or features do not vary");
        }
        // As a share of the largest sensible penalty it carries over to the larger sets.
        double share = bestShare(fit, split.validation());
        LinearForecast judged = beforeTest.fit(lasso, share * beforeTest.largestPenalty());
        LinearForecast current = all.fit(lasso, share * all.largestPenalty());
        return new Study.Modelled(
                judged,
                current,
                Evaluation.of(judged, split.test(), horizon),
                current.of(latest),
                table.dropped());
    }

    private double bestShare(TrainingSet fit, List<Sample> validation) {
        double best = 1;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < PENALTIES; i++) {
            double share = Math.pow(SMALLEST_SHARE, (double) i / (PENALTIES - 1));
            LinearForecast model = fit.fit(lasso, share * fit.largestPenalty());
            double error = Statistics.rootMeanSquare(model.errors(validation));
            // Of equals the larger penalty, which came first.
            if (error < least) {
                least = error;
                best = share;
            }
        }
        return best;
    }
}
