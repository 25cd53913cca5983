package dev.bellwether.market.rule;

import dev.bellwether.market.Basis;
import dev.bellwether.market.ClosedBar;
import dev.bellwether.market.Direction;
import dev.bellwether.market.SeriesFacts;
import dev.bellwether.market.Split;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import dev.bellwether.market.rule.BarScreen.Verdict;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One rule over the bars of one symbol, from the first on. Not safe for use by several threads.
///
/// This is the only way from bars to fires: live alerts, backtests, previews and the look-ahead
/// audit all take it.
public final class RuleRun {
    private final RuleDefinition rule;
    private final Symbol symbol;
    private final SeriesFacts facts;
    private final Screening screening;
    private final BarScreen screen;
    private final RuleEvaluator evaluator;
    private final Deque<ClosedBar> window = new ArrayDeque<>();
    private @Nullable ClosedBar previous;

    /// A run that has seen no bar.
    public RuleRun(
            RuleDefinition rule,
            Symbol symbol,
            SeriesFacts facts,
            Screening screening,
            TradingCalendar calendar) {
        this.rule = rule;
        this.symbol = symbol;
        this.facts = facts;
        this.screening = screening;
        this.screen = new BarScreen(calendar, rule.timeframe(), facts);
        this.evaluator = new RuleEvaluator(rule, calendar);
    }

    /// The fires over bars of one series.
    ///
    /// @param ascending oldest first
    public static List<Fire> fires(
            RuleDefinition rule,
            Symbol symbol,
            List<ClosedBar> ascending,
            SeriesFacts facts,
            Screening screening,
            TradingCalendar calendar) {
        var run = new RuleRun(rule, symbol, facts, screening, calendar);
        List<Fire> fires = new ArrayList<>();
        ascending.forEach(bar -> run.add(bar).ifPresent(fires::add));
        return List.copyOf(fires);
    }

    /// Takes the next bar.
    ///
    /// @throws IllegalArgumentException if it is not later than the one before
    public Optional<Fire> add(ClosedBar bar) {
        if (screening == Screening.LIVE) {
            switch (screen.judge(Optional.ofNullable(previous), bar)) {
                case Verdict.Usable() -> {}
                case Verdict.Unusable(_) -> {
                    evaluator.skip();
                    return Optional.empty();
                }
                case Verdict.Break(_) -> evaluator.restart();
            }
        }
        return judge(bar);
    }

    private Optional<Fire> judge(ClosedBar bar) {
        ClosedBar before = previous;
        if (before != null) {
            if (!bar.start().isAfter(before.start())) {
                throw new IllegalArgumentException(
                        "Bars come oldest first, each once: %s follows %s"
                                .formatted(bar.start(), before.start()));
            }
            restate(before, bar);
        }
        Supplier<RuleState> stateBefore = evaluator.capture();
        Optional<Direction> direction = evaluator.add(bar);
        previous = bar;
        window.addLast(bar);
        if (window.size() > rule.span() + 1) {
            window.removeFirst();
        }
        if (direction.isEmpty() || before == null) {
            return Optional.empty();
        }
        return Optional.of(
                new Fire(
                        rule,
                        symbol,
                        bar,
                        before,
                        direction.get(),
                        evaluator.figures().orElseThrow(),
                        stateBefore.get(),
                        evaluator.state(),
                        List.copyOf(window)));
    }

    private void restate(ClosedBar before, ClosedBar bar) {
        if (rule.basis() == Basis.SPLIT) {
            for (Split split : facts.splitsBetween(before.tradingDay(), bar.tradingDay())) {
                evaluator.restate(split);
            }
        }
    }

    /// Where the rule stands after the last bar.
    public RuleSide side() {
        return evaluator.side();
    }

    /// All that the future depends on.
    public RuleState state() {
        return evaluator.state();
    }

    /// The numbers that were compared at the last bar that counted; empty while warming.
    public Optional<Figures> figures() {
        return evaluator.figures();
    }
}
