package dev.bellwether.market.rule;

import dev.bellwether.market.Basis;
import dev.bellwether.market.Provider;
import dev.bellwether.market.Timeframe;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// The rules that are there without anyone having added them. A row of the same id takes a rule's
/// place.
public final class StandardRules {
    /// SMA-5 against SMA-20 of daily bars.
    public static final Rule SMA_DAILY =
            daily("sma-daily", new RuleKind.SmaCrossover(5, 20), Severity.WARNING);

    /// A daily move of more than 5 %.
    public static final Rule MOVE_DAILY =
            daily(
                    "move-daily",
                    new RuleKind.PercentChange(BigDecimal.valueOf(5), RuleKind.MoveUnit.PERCENT),
                    Severity.WARNING);

    private static final List<Rule> ALL = List.of(SMA_DAILY, MOVE_DAILY);

    private StandardRules() {}

    /// The standard rules, overlaid with rows, by id.
    public static List<Rule> overlaidWith(Collection<Rule> rows) {
        SortedMap<String, Rule> rules = new TreeMap<>();
        ALL.forEach(rule -> rules.put(rule.definition().id(), rule));
        rows.forEach(rule -> rules.put(rule.definition().id(), rule));
        return List.copyOf(rules.values());
    }

    private static Rule daily(String id, RuleKind kind, Severity severity) {
        return new Rule(
                new RuleDefinition(
                        id,
                        1,
                        kind,
                        Provider.ALPHA_VANTAGE.id(),
                        Basis.SPLIT,
                        Timeframe.ONE_DAY,
                        RuleDefinition.liveBand(kind),
                        0,
                        RuleDefinition.LIVE_LONGEST_GAP),
                new TreeSet<>(),
                severity,
                Rule.Status.ENABLED,
                Optional.empty(),
                Instant.EPOCH);
    }
}
