package dev.bellwether.training.lasso;

import java.util.stream.IntStream;

/// Rows as a solver wants them that is given samples and not covariances: each column of mean 0 and
/// standard deviation 1.
record StandardisedRows(double[] rows, Problem problem) {

    /// The coefficients of all features, with none but those that are not zero in a known solution
    /// let in: the features that it leaves out are certified to be zero.
    double[] fit(LassoFit lasso, double penalty, double[] solution) {
        int features = problem.features();
        int[] used = IntStream.range(0, features).filter(j -> solution[j] != 0).toArray();
        double[] all = new double[features];
        if (used.length == 0) {
            return all;
        }
        int width = features + 1;
        int count = rows.length / width;
        double[][] x = new double[count][used.length];
        double[] y = new double[count];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < used.length; j++) {
                x[i][j] = standardised(i * width, used[j]);
            }
            y[i] = (rows[i * width + features] - problem.targetMean()) / problem.targetDeviation();
        }
        double[] fitted = lasso.fit(x, y, penalty);
        for (int j = 0; j < used.length; j++) {
            all[used[j]] = fitted[j];
        }
        return all;
    }

    private double standardised(int start, int feature) {
        return (rows[start + feature] - problem.mean(feature)) / problem.deviation(feature);
    }
}
