package dev.bellwether.market;

/// Bars that may be compared with each other.
///
/// @param feed where they come from: a provider's id for its own bars, `sampled` for ours out of
///   quotes
/// @param basis what their prices are restated for
public record Series(Symbol symbol, String feed, Basis basis, Timeframe timeframe) {
    /// Feed of the bars that we make out of quotes.
    public static final String SAMPLED = "sampled";
}
