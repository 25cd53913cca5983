package dev.bellwether.cli.audit;

import dev.bellwether.cli.series.RuleArgument;
import dev.bellwether.cli.series.SymbolBars;
import dev.bellwether.market.Timeframe;
import dev.bellwether.market.TradingCalendar;
import dev.bellwether.market.audit.AuditSubject;
import dev.bellwether.market.audit.RuleSubjects;
import dev.bellwether.market.rule.RuleDefinition;
import dev.bellwether.market.rule.Screening;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A rule in one of the ways that it is evaluated.
///
/// @param name the rule's kind
/// @param evaluation `backtest`, `backtest with live settings` or `live window`
record AuditedRule(String name, String evaluation, AuditSubject subject) {
    /// Every kind of rule.
    ///
    /// @param asked rules of the command line; none for one of each kind
    /// @param judged how many bars of a series are judged as live alerts are, at least
    static List<AuditedRule> all(List<String> asked, SymbolBars bars, int judged) {
        List<AuditedRule> rules = new ArrayList<>();
        int every = Math.max(1, bars.bars().size() / judged);
        for (String rule : asked.isEmpty() ? oneOfEachKind(bars) : asked) {
            RuleSubjects plain = subjects(rule, Optional.of(BigDecimal.ZERO), bars);
            RuleSubjects live = subjects(rule, Optional.empty(), bars);
            String name = live.rule().kind().text();
            rules.add(new AuditedRule(name, "backtest", plain.backtest(Screening.NONE)));
            rules.add(
                    new AuditedRule(
                            name, "backtest with live settings", live.backtest(Screening.LIVE)));
            rules.add(new AuditedRule(name, "live window", live.live(every)));
        }
        return rules;
    }

    private static RuleSubjects subjects(String rule, Optional<BigDecimal> band, SymbolBars bars) {
        RuleDefinition definition = RuleArgument.live(rule, Timeframe.ONE_DAY, band);
        return new RuleSubjects(definition, bars.symbol(), TradingCalendar.nyse());
    }

    private static List<String> oneOfEachKind(SymbolBars bars) {
        return List.of(
                "sma-crossover:5,20",
                "percent-change:5",
                "percent-change:3sd",
                "price-level:" + level(bars),
                "rsi-threshold:14,70");
    }

    // The middle of what the stock cost, so that it is crossed.
    private static String level(SymbolBars bars) {
        List<BigDecimal> closes = bars.bars().stream().map(bar -> bar.close()).sorted().toList();
        return closes.get(closes.size() / 2)
                .setScale(2, RoundingMode.UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
