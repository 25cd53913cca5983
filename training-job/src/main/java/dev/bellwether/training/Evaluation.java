package dev.bellwether.training;

import java.util.List;

/// How a model did on samples it had not seen, beside the naive forecast that the close stays as it
/// is. Errors are of log returns.
///
/// @param errors target minus forecast, in order of time
/// @param naiveErrors the targets themselves
/// @param dmP p-value of the one-sided Diebold-Mariano test against the naive forecast
record Evaluation(double[] errors, double[] naiveErrors, double dmP) {
    static Evaluation of(LinearForecast model, List<Sample> unseen, int horizon) {
        double[] errors = model.errors(unseen);
        double[] naiveErrors = unseen.stream().mapToDouble(Sample::target).toArray();
        return new Evaluation(
                errors, naiveErrors, DieboldMariano.pValue(errors, naiveErrors, horizon));
    }
}
