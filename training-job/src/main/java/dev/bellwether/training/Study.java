package dev.bellwether.training;

import dev.bellwether.market.OhlcvBar;
import java.util.List;

/// What training found out about a symbol.
sealed interface Study {
    /// Samples that jumps and missing bars cost.
    int dropped();

    /// A model was fitted and judged.
    ///
    /// @param judged model of the older samples, which `evaluation` is about
    /// @param current the same penalty fitted to all samples, up to the newest known outcome
    /// @param expectedReturn log return that `current` forecasts from the newest close
    record Modelled(
            LinearForecast judged,
            LinearForecast current,
            Evaluation evaluation,
            double expectedReturn,
            int dropped)
            implements Study {}

    /// No model could be fitted.
    ///
    /// @param pastReturns the log returns over the horizon that there were
    record NotModelled(String reason, double[] pastReturns, int dropped) implements Study {}

    /// Fits and judges a model of the symbol's bars.
    ///
    /// @param bars oldest first
    static Study of(List<OhlcvBar> bars, Hyperparameters parameters, LassoFit lasso) {
        SampleTable table = SampleTable.of(bars, parameters.horizonSessions());
        if (table.samples().size() < parameters.minRows()) {
            return notModelled(
                    table,
                    "%d usable samples; %d are needed"
                            .formatted(table.samples().size(), parameters.minRows()));
        }
        if (table.latest().isEmpty()) {
            return notModelled(
                    table,
                    "a return beyond 35 %% within the last %d sessions"
                            .formatted(Features.BARS_BEFORE));
        }
        try {
            return new PenaltySearch(lasso, parameters.horizonSessions())
                    .study(table, table.latest().get());
        } catch (UncertainFitException e) {
            return notModelled(table, String.valueOf(e.getMessage()));
        }
    }

    static NotModelled notModelled(SampleTable table, String reason) {
        double[] returns = table.samples().stream().mapToDouble(Sample::target).toArray();
        return new NotModelled(reason, returns, table.dropped());
    }
}
