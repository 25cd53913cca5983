package dev.bellwether.ingest.alphavantage;

/// The functions that tell of a symbol's corporate actions. Both are in a free key's plan.
enum ActionKind {
    SPLITS,
    DIVIDENDS;

    /// As the provider's URL names it.
    String function() {
        return name();
    }
}
