package dev.bellwether.market.rule;

import dev.bellwether.market.ClosedBar;
import dev.bellwether.market.SeriesFacts;
import dev.bellwether.market.Split;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// A rule over the whole past of one series, each bar judged with what was known then: a split that
/// was learned of late restates from there on, not before.
///
/// It judges by [RuleRun], as live alerts do.
///
/// @param symbol whose bars they are
/// @param facts all that is known by now
/// @param screening which bars count
public record RuleHistory(
        RuleDefinition rule,
        Symbol symbol,
        SeriesFacts facts,
        Screening screening,
        TradingCalendar calendar) {
    /// What a rule says about one bar.
    ///
    /// @param figures what was compared; empty while warming
    /// @param state the rule's state after the bar
    /// @param fire if it fires
    public record Judgement(
            ClosedBar bar,
            RuleSide side,
            Optional<Figures> figures,
            RuleState state,
            Optional<Fire> fire) {}

    /// What the rule said about each bar.
    ///
    /// @param ascending bars of one series, oldest first
    public List<Judgement> judge(List<ClosedBar> ascending) {
        List<Judgement> judgements = new ArrayList<>(ascending.size());
        walk(
                ascending,
                (bar, run, fire) ->
                        judgements.add(
                                new Judgement(bar, run.side(), run.figures(), run.state(), fire)));
        return judgements;
    }

    /// The fires alone.
    ///
    /// @param ascending bars of one series, oldest first
    public List<Fire> fires(List<ClosedBar> ascending) {
        List<Fire> fires = new ArrayList<>();
        walk(ascending, (_, _, fire) -> fire.ifPresent(fires::add));
        return fires;
    }

    /// Sees the rule after each bar.
    @FunctionalInterface
    public interface Visitor {
        /// The rule has judged the bar.
        ///
        /// @param run the rule as it stands
        void visit(ClosedBar bar, RuleRun run, Optional<Fire> fire);
    }

    /// Judges the bars one after another, keeping none.
    ///
    /// @param ascending bars of one series, oldest first
    public void walk(List<ClosedBar> ascending, Visitor visitor) {
        NavigableSet<Instant> unlearned =
                facts.splits().stream()
                        .map(Split::knownAt)
                        .collect(Collectors.toCollection(TreeSet::new));
        RuleRun run = run(Instant.MIN);
        for (int i = 0; i < ascending.size(); i++) {
            ClosedBar bar = ascending.get(i);
            Instant now = rule.timeframe().knownAt(bar);
            if (!unlearned.isEmpty() && !unlearned.first().isAfter(now)) {
                unlearned.headSet(now, true).clear();
                run = run(now);
                ascending.subList(0, i).forEach(run::add);
            }
            visitor.visit(bar, run, run.add(bar));
        }
    }

    private RuleRun run(Instant known) {
        return new RuleRun(rule, symbol, facts.asOf(known), screening, calendar);
    }
}
