package dev.bellwether.market.rule;

import dev.bellwether.market.ClosedBar;
import dev.bellwether.market.Direction;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import java.util.List;
import java.util.Optional;

/// Why an alert fired: everything that is needed to see it fire again.
///
/// @param before state of the rule before the bar
/// @param after state after it
/// @param bars the bars that the figures were made of with their versions, oldest first; the last
///   is the one that made it fire
public record AlertReceipt(
        RuleDefinition rule,
        Symbol symbol,
        RuleState before,
        RuleState after,
        List<ClosedBar> bars) {
    public AlertReceipt {
        if (bars.isEmpty()) {
            throw new IllegalArgumentException("A receipt names the bar that made the rule fire");
        }
        bars = List.copyOf(bars);
    }

    /// The receipt of a fire.
    public static AlertReceipt of(Fire fire) {
        return new AlertReceipt(
                fire.rule(), fire.symbol(), fire.before(), fire.after(), fire.bars());
    }

    /// What comes of evaluating the bar again.
    ///
    /// @param alertId id of the alert that the rule makes now; empty when it does not fire
    /// @param after state after the bar
    public record Replay(Optional<String> alertId, RuleState after) {}

    /// Evaluates the last bar again, from the state before it.
    public Replay replay(TradingCalendar calendar) {
        RuleEvaluator evaluator = RuleEvaluator.restore(rule, calendar, before);
        ClosedBar bar = bars.getLast();
        Optional<Direction> direction = evaluator.add(bar);
        return new Replay(
                direction.map(way -> AlertId.of(rule, symbol, bar.start(), way)),
                evaluator.state());
    }
}
