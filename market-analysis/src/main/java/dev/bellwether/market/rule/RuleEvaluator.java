package dev.bellwether.market.rule;

import dev.bellwether.market.ClosedBar;
import dev.bellwether.market.Direction;
import dev.bellwether.market.Split;
import dev.bellwether.market.TradingCalendar;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The state machine of one rule on one series: warming, then below or above its line, or without
/// data.
///
/// It fires on a closed bar, after warm-up, when the side changes from one to the other. A figure
/// on the line keeps the side it had. The first known side never fires, nor does a bar after a gap
/// that is longer than the rule allows, which starts the warm-up anew, nor a split, which restates
/// what was seen. With a band a side begins at its outer edge, so the way back has to cross all of
/// it. A `percent-change` has no line: it fires at each bar whose own move is large enough.
///
/// Live alerts, backtests and previews all use this class. Not safe for use by several threads.
public final class RuleEvaluator {
    private final RuleDefinition definition;
    private final MissingBars missing;
    private final Gauge gauge;
    private RuleSide side = RuleSide.WARMING;
    private RuleSide held = RuleSide.WARMING;
    private RuleState.@Nullable Last last;
    private int coolDownLeft;

    /// An evaluator that has seen nothing.
    public RuleEvaluator(RuleDefinition definition, TradingCalendar calendar) {
        this(definition, calendar, newGauge(definition));
    }

    private RuleEvaluator(RuleDefinition definition, TradingCalendar calendar, Gauge gauge) {
        this.definition = definition;
        this.missing = new MissingBars(calendar, definition.timeframe());
        this.gauge = gauge;
    }

    private static Gauge newGauge(RuleDefinition definition) {
        return definition.kind() instanceof RuleKind.RsiThreshold rsi
                ? new RsiGauge(rsi)
                : new ClosesGauge(definition);
    }

    /// An evaluator that goes on from a state.
    public static RuleEvaluator restore(
            RuleDefinition definition, TradingCalendar calendar, RuleState state) {
        Gauge gauge =
                definition.kind() instanceof RuleKind.RsiThreshold rsi
                        ? RsiGauge.restore(rsi, state.gauge())
                        : ClosesGauge.restore(definition, state.gauge());
        var evaluator = new RuleEvaluator(definition, calendar, gauge);
        evaluator.side = state.side();
        evaluator.held = state.held();
        evaluator.last = state.last().orElse(null);
        evaluator.coolDownLeft = state.coolDownLeft();
        return evaluator;
    }

    /// Takes the next closed bar.
    ///
    /// @return which way the rule fires, if it does
    public Optional<Direction> add(ClosedBar bar) {
        if (last != null && missing.between(last, bar) > definition.longestGap()) {
            restart();
        }
        last = new RuleState.Last(bar.start(), bar.tradingDay());
        gauge.add(bar.close());
        boolean cooling = coolDownLeft > 0;
        coolDownLeft = Math.max(0, coolDownLeft - 1);
        int sign = gauge.isWarm() ? gauge.sign(held.sign()) : 0;
        boolean fires = isEvent(sign) && !cooling;
        side = nextSide(sign);
        held = side;
        if (fires) {
            coolDownLeft = definition.coolDownBars();
        }
        return fires ? Optional.of(sign > 0 ? Direction.UP : Direction.DOWN) : Optional.empty();
    }

    private boolean isEvent(int sign) {
        return RuleDefinition.comparesSides(definition.kind())
                ? sign != 0 && held.sign() != 0 && sign != held.sign()
                : sign != 0;
    }

    private RuleSide nextSide(int sign) {
        if (RuleDefinition.comparesSides(definition.kind())) {
            return RuleSide.of(sign, held);
        }
        return gauge.isWarm() ? RuleSide.of(sign, RuleSide.BETWEEN) : RuleSide.WARMING;
    }

    /// Passes over a bar that cannot be trusted, or that should be there and is not.
    public void skip() {
        side = RuleSide.NO_DATA;
    }

    /// Warms up anew.
    public void restart() {
        gauge.clear();
        side = RuleSide.WARMING;
        held = RuleSide.WARMING;
        coolDownLeft = 0;
    }

    /// Restates what was seen for a split that takes effect with the next bar. A price that a user
    /// gave is not restated: which side of it the next bar is on is learned anew.
    public void restate(Split split) {
        gauge.restate(split);
        if (definition.kind() instanceof RuleKind.PriceLevel) {
            side = RuleSide.WARMING;
            held = RuleSide.WARMING;
        }
    }

    /// Where the rule stands.
    public RuleSide side() {
        return side;
    }

    /// The numbers that were compared at the last bar; empty while warming.
    public Optional<Figures> figures() {
        return gauge.isWarm() ? Optional.of(gauge.figures()) : Optional.empty();
    }

    /// All that the future depends on.
    public RuleState state() {
        return capture().get();
    }

    /// The state as it is now, written when it is asked for.
    Supplier<RuleState> capture() {
        RuleSide takenSide = side;
        RuleSide takenHeld = held;
        Optional<RuleState.Last> takenLast = Optional.ofNullable(last);
        int takenCoolDown = coolDownLeft;
        Supplier<String> takenGauge = gauge.state();
        return () ->
                new RuleState(takenSide, takenHeld, takenLast, takenCoolDown, takenGauge.get());
    }
}
