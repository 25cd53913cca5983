package dev.bellwether.training.evaluation;

/// Who forecasts: the model, and what any model has to beat.
public enum Forecaster {
    /// The Lasso.
    LASSO,
    /// The close stays as it is: a random walk.
    NAIVE,
    /// The mean return of the samples trained on.
    DRIFT,
    /// An exponentially weighted average of the returns known by then.
    EWMA
}
