package dev.bellwether.market.rule;

/// Where a rule stands after a bar.
public enum RuleSide {
    /// Not enough bars yet, or too many missing: nothing can fire.
    WARMING,
    /// Below the line.
    BELOW,
    /// Above the line.
    ABOVE,
    /// A rule without a line, whose last move was small.
    BETWEEN,
    /// The last bar could not be trusted: nothing can fire. Never to be read as "no signal".
    NO_DATA;

    /// The side as a sign: 1 above, -1 below, 0 none.
    int sign() {
        return switch (this) {
            case ABOVE -> 1;
            case BELOW -> -1;
            case WARMING, BETWEEN, NO_DATA -> 0;
        };
    }

    static RuleSide of(int sign, RuleSide none) {
        return sign > 0 ? ABOVE : sign < 0 ? BELOW : none;
    }
}
