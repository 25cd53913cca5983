package dev.bellwether.market.rule;

/// Which bars a rule is evaluated on.
public enum Screening {
    /// All of them, whatever looks odd about them.
    NONE,
    /// Only bars that can be trusted: what live rules do. A bar on a closed day, a flat bar with a
    /// volume, one without a trade, and one whose data condition is not `available` are passed
    /// over. A jump that no split explains makes the rule warm up anew.
    LIVE
}
