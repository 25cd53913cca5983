package dev.bellwether.training;

import dev.bellwether.training.evaluation.Conformal;
import dev.bellwether.training.evaluation.Score;
import dev.bellwether.training.evaluation.WalkForward;
import dev.bellwether.training.lasso.Certificate;
import dev.bellwether.training.lasso.FinalFit;
import dev.bellwether.training.lasso.LassoFit;
import dev.bellwether.training.lasso.UncertainFitException;
import dev.bellwether.training.sample.Features;
import dev.bellwether.training.sample.FoldDays;
import dev.bellwether.training.sample.MarketReturns;
import dev.bellwether.training.sample.PriceSeries;
import dev.bellwether.training.sample.SampleTable;
import java.util.Optional;

/// What training found out about a symbol.
sealed interface Study {
    /// Samples that jumps, degraded days and missing bars cost.
    int dropped();

    /// A model was fitted and judged.
    ///
    /// @param share of the largest penalty that was chosen
    /// @param worst certificate of all fits of the path solver
    /// @param fit to all samples, up to the newest known outcome
    /// @param expectedReturn log return that `fit` forecasts from the newest close
    record Modelled(
            Score score,
            double share,
            Certificate worst,
            FinalFit fit,
            double expectedReturn,
            int dropped)
            implements Study {}

    /// No model could be fitted, or none judged.
    ///
    /// @param halfWidth of the naive forecast's interval in log returns; not a number when there
    ///   were too few returns
    record NotModelled(String reason, double halfWidth, int dropped) implements Study {}

    /// What every symbol of a run is studied by.
    ///
    /// @param minRows samples that a model takes at least
    record Terms(MarketReturns market, FoldDays days, int horizon, int minRows, LassoFit lasso) {}

    /// Fits and judges a model of the symbol's samples.
    static Study of(PriceSeries series, SampleTable samples, Terms terms) {
        if (samples.size() < terms.minRows()) {
            return notModelled(
                    samples,
                    "%d usable samples; %d are needed".formatted(samples.size(), terms.minRows()));
        }
        Optional<double[]> latest = samples.latest(terms.market());
        if (latest.isEmpty()) {
            return notModelled(
                    samples,
                    "a degraded day or unexplained jump within the last %d sessions"
                            .formatted(Features.BARS_BEFORE));
        }
        try {
            return judged(samples, latest.get(), terms);
        } catch (UncertainFitException e) {
            return notModelled(samples, String.valueOf(e.getMessage()));
        }
    }

    private static Study judged(SampleTable samples, double[] latest, Terms terms) {
        WalkForward.Result walk = WalkForward.over(samples, terms.days());
        if (walk.all().largestPenalty() == 0) {
            return notModelled(samples, "closes or features do not vary");
        }
        if (walk.backtest().size() == 0) {
            return notModelled(samples, "no fold has enough samples before it");
        }
        FinalFit fit = FinalFit.of(samples.rows(), walk.all(), walk.share(), terms.lasso());
        return new Modelled(
                Score.of(walk.backtest()),
                walk.share(),
                walk.worst(),
                fit,
                fit.model().forecast(latest, 0),
                samples.dropped());
    }

    private static NotModelled notModelled(SampleTable samples, String reason) {
        return new NotModelled(reason, Conformal.halfWidth(samples.targets()), samples.dropped());
    }
}
