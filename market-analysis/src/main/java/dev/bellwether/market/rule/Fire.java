package dev.bellwether.market.rule;

import dev.bellwether.market.ClosedBar;
import dev.bellwether.market.Direction;
import dev.bellwether.market.Symbol;
import java.util.List;

/// A rule fired at a bar.
///
/// @param bar the bar that made it fire
/// @param previous the last bar before it that counted
/// @param figures what was compared
/// @param before state before the bar
/// @param after state after it
/// @param bars the bars that the figures were made of, oldest first, `bar` last
public record Fire(
        RuleDefinition rule,
        Symbol symbol,
        ClosedBar bar,
        ClosedBar previous,
        Direction direction,
        Figures figures,
        RuleState before,
        RuleState after,
        List<ClosedBar> bars) {
    public Fire {
        bars = List.copyOf(bars);
    }

    /// The id of the alert that it makes.
    public String alertId() {
        return AlertId.of(rule, symbol, bar.start(), direction);
    }
}
