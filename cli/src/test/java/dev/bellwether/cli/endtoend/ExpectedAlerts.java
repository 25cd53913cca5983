package dev.bellwether.cli.endtoend;

import dev.bellwether.market.ClosedBar;
import dev.bellwether.market.SeriesFacts;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import dev.bellwether.market.rule.Fire;
import dev.bellwether.market.rule.Rule;
import dev.bellwether.market.rule.RuleRun;
import dev.bellwether.market.rule.Screening;
import dev.bellwether.market.rule.StandardRules;
import dev.bellwether.simulator.Market;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// What the standard rules say about the last day of a market.
final class ExpectedAlerts {
    private ExpectedAlerts() {}

    /// Symbol and direction of each alert.
    static List<String> of(Market market, Collection<Symbol> symbols) {
        List<String> alerts = new ArrayList<>();
        for (Symbol symbol : symbols) {
            List<ClosedBar> bars =
                    market.bars(symbol).values().stream().map(bar -> ClosedBar.of(bar, 1)).toList();
            for (Rule rule : StandardRules.overlaidWith(List.of())) {
                List<Fire> fires =
                        RuleRun.fires(
                                rule.definition(),
                                symbol,
                                bars,
                                SeriesFacts.NONE,
                                Screening.LIVE,
                                TradingCalendar.nyse());
                if (!fires.isEmpty() && fires.getLast().bar().equals(bars.getLast())) {
                    alerts.add(symbol + " " + fires.getLast().direction().id());
                }
            }
        }
        return alerts;
    }
}
