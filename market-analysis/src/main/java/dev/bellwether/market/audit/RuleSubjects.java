package dev.bellwether.market.audit;

import dev.bellwether.market.ClosedBar;
import dev.bellwether.market.SeriesFacts;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import dev.bellwether.market.audit.AuditSubject.Output;
import dev.bellwether.market.rule.Figures;
import dev.bellwether.market.rule.Fire;
import dev.bellwether.market.rule.RuleDefinition;
import dev.bellwether.market.rule.RuleHistory;
import dev.bellwether.market.rule.RuleRun;
import dev.bellwether.market.rule.RuleSide;
import dev.bellwether.market.rule.RuleState;
import dev.bellwether.market.rule.Screening;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Rules as audits see them: side, figures, state and fire of each bar.
///
/// @param symbol whose bars they are
public record RuleSubjects(RuleDefinition rule, Symbol symbol, TradingCalendar calendar) {
    /// How many stored bars a live judgement is folded over at most.
    public static final int LIVE_WINDOW = 260;

    /// The rule over the whole past, as backtests evaluate it.
    ///
    /// @param screening which bars count
    public AuditSubject backtest(Screening screening) {
        return (bars, facts) ->
                new RuleHistory(rule, symbol, facts, screening, calendar)
                        .judge(bars).stream()
                                .map(it ->
                                        output(
                                                it.bar(),
                                                it.side(),
                                                it.figures(),
                                                it.state(),
                                                it.fire()))
                                .toList();
    }

    /// The rule over the newest bars through each bar, with what was known then, as live alerts
    /// evaluate it.
    ///
    /// @param every only each so many-th bar is judged, counted from the series' first
    public AuditSubject live(int every) {
        Map<Window, Output> judged = new HashMap<>();
        return (bars, facts) -> {
            List<Output> outputs = new ArrayList<>();
            for (int i = 0; i < bars.size(); i += every) {
                ClosedBar bar = bars.get(i);
                // A judgement is a function of its window alone: no need to make it twice.
                outputs.add(
                        judged.computeIfAbsent(
                                new Window(
                                        bars.subList(Math.max(0, i + 1 - LIVE_WINDOW), i + 1),
                                        facts.asOf(rule.timeframe().knownAt(bar))),
                                this::judge));
            }
            return outputs;
        };
    }

    private record Window(List<ClosedBar> bars, SeriesFacts facts) {
        // Of windows that end with the same bar few are different.
        @Override
        public int hashCode() {
            return bars.getLast().hashCode();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Window(List<ClosedBar> otherBars, SeriesFacts otherFacts)
                    && bars.equals(otherBars)
                    && facts.equals(otherFacts);
        }
    }

    private Output judge(Window window) {
        var run = new RuleRun(rule, symbol, window.facts(), Screening.LIVE, calendar);
        Optional<Fire> fire = Optional.empty();
        for (ClosedBar bar : window.bars()) {
            fire = run.add(bar);
        }
        return output(window.bars().getLast(), run.side(), run.figures(), run.state(), fire);
    }

    private static Output output(
            ClosedBar bar,
            RuleSide side,
            Optional<Figures> figures,
            RuleState state,
            Optional<Fire> fire) {
        return new Output(
                bar.start(),
                side
                        + figures.map(it -> ", " + it.reading() + " against " + it.reference())
                                .orElse(", no figures")
                        + fire.map(it -> ", fires " + it.alertId()).orElse("")
                        + ", state "
                        + state.text());
    }
}
