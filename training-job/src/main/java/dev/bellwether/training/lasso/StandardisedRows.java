package dev.bellwether.training.lasso;

import java.util.stream.IntStream;

/// Rows as a solver wants them that is given samples and not covariances: columns that vary, each
/// of mean 0 and standard deviation 1.
record StandardisedRows(double[] rows, Problem problem) {

    /// The coefficients of all features, those that do not vary at zero.
    double[] fit(LassoFit lasso, double penalty) {
        int features = problem.features();
        int[] varying =
                IntStream.range(0, features).filter(j -> problem.deviation(j) > 0).toArray();
        double[] all = new double[features];
        if (varying.length == 0 || problem.targetDeviation() == 0) {
            return all;
        }
        int width = features + 1;
        int count = rows.length / width;
        double[][] x = new double[count][varying.length];
        double[] y = new double[count];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < varying.length; j++) {
                x[i][j] = standardised(i * width, varying[j]);
            }
            y[i] = (rows[i * width + features] - problem.targetMean()) / problem.targetDeviation();
        }
        double[] fitted = lasso.fit(x, y, penalty);
        for (int j = 0; j < varying.length; j++) {
            all[varying[j]] = fitted[j];
        }
        return all;
    }

    private double standardised(int start, int feature) {
        return (rows[start + feature] - problem.mean(feature)) / problem.deviation(feature);
    }
}
