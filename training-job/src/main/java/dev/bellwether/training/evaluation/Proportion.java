package dev.bellwether.training.evaluation;

/// How often something happened, with the exact interval of Clopper and Pearson (1934), 95 %.
///
/// @param hits of `trials`
public record Proportion(int hits, int trials) {
    private static final double TAIL = 0.025;

    /// The share; 0 without trials.
    public double share() {
        return trials == 0 ? 0 : (double) hits / trials;
    }

    /// Lower end of the interval.
    public double lower() {
        return hits == 0 ? 0 : IncompleteBeta.inverse(hits, trials - hits + 1.0, TAIL);
    }

    /// Upper end of the interval.
    public double upper() {
        return hits == trials ? 1 : IncompleteBeta.inverse(hits + 1.0, trials - hits, 1 - TAIL);
    }
}
